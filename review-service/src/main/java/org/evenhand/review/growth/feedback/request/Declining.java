package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Whoever is asked may say nothing, without a reason. */
@ApplicationScoped
class Declining {

  private final Steps steps;
  private final FeedbackRequestContexts contexts;
  private final FeedbackRequestReading reading;

  Declining(Steps steps, FeedbackRequestContexts contexts, FeedbackRequestReading reading) {
    this.steps = steps;
    this.contexts = contexts;
    this.reading = reading;
  }

  Uni<Answer> decline(UUID id, @Nullable String ifMatch) {
    return steps
        .load(session -> contexts.of(session, id))
        .permit(Declining::requireAsked)
        .match(ifMatch, context -> context.request().version())
        .takeNow(
            context -> {
              context.request().requireOpen(context.at());
              context.request().decline(context.at());
              return context.request();
            })
        .tell((context, declined) -> List.of(declined.fact("declined")))
        .answer(
            (context, declined) ->
                reading.of(context).map(view -> Answer.ok(declined.version(), view)));
  }

  private static void requireAsked(FeedbackRequestContext context) {
    if (!context.relations().contains(FeedbackRequestRelation.ASKED)) {
      throw Problem.of(CommonProblem.FORBIDDEN, "Whoever is asked answers for themself.");
    }
  }
}
