package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackAction;
import org.evenhand.review.growth.feedback.FeedbackFacts;
import org.evenhand.review.growth.feedback.FeedbackRepository;
import org.jspecify.annotations.Nullable;

/** Who asked about a report lets them read the answer before its day, as in a conversation. */
@ApplicationScoped
class OpeningToReport {

  private final Steps steps;
  private final FeedbackRequestContexts contexts;
  private final FeedbackRepository feedback;
  private final FeedbackRequestReading reading;

  OpeningToReport(
      Steps steps,
      FeedbackRequestContexts contexts,
      FeedbackRepository feedback,
      FeedbackRequestReading reading) {
    this.steps = steps;
    this.contexts = contexts;
    this.feedback = feedback;
    this.reading = reading;
  }

  Uni<Answer> open(UUID id, @Nullable String ifMatch) {
    return steps
        .load(session -> contexts.of(session, id))
        .permit(OpeningToReport::requireAsker)
        .match(ifMatch, context -> context.request().version())
        .take(this::opened)
        .tell(
            (context, answer) ->
                List.of(
                    context.request().fact("opened"),
                    new FeedbackFacts(answer, context.at()).of(FeedbackAction.OPENING)))
        .answer(
            (context, answer) ->
                reading.of(context).map(view -> Answer.ok(context.request().version(), view)));
  }

  private Uni<Feedback> opened(FeedbackRequestContext context) {
    FeedbackRequest request = context.request();
    request.requireClosedToReport(context.at());
    return feedback
        .hold(context.session(), request.feedbackId().orElseThrow())
        .map(held -> held.orElseThrow())
        .invoke(answer -> answer.openToRecipients(context.at()))
        .invoke(() -> request.openToReport(context.at()));
  }

  private static void requireAsker(FeedbackRequestContext context) {
    if (!context.relations().contains(FeedbackRequestRelation.ASKER)) {
      throw Problem.of(CommonProblem.FORBIDDEN, "Whoever asked opens the answer.");
    }
  }
}
