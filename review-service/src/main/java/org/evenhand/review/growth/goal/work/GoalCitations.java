package org.evenhand.review.growth.goal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.access.GoalContext;
import org.jspecify.annotations.Nullable;

/** The person points out to whoever reviews them which goals their own view speaks of. */
@ApplicationScoped
class GoalCitations {

  private final GoalSteps steps;
  private final SelfCitations citations;

  GoalCitations(GoalSteps steps, SelfCitations citations) {
    this.steps = steps;
    this.citations = citations;
  }

  Uni<Answer> cite(UUID id, @Nullable String ifMatch, UUID review) {
    return steps.take(
        id,
        ifMatch,
        GoalAction.CITATION,
        context ->
            citations
                .cite(context.session(), context.viewer(), cited(context), review, context.at())
                .replaceWith(GoalSteps.noted(context, GoalAction.CITATION)));
  }

  Uni<Answer> takeBack(UUID id, UUID review, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        GoalAction.CITATION_WITHDRAWAL,
        context ->
            citations
                .takeBack(context.session(), context.viewer(), cited(context), review)
                .replaceWith(GoalSteps.noted(context, GoalAction.CITATION_WITHDRAWAL)));
  }

  private static Cited cited(GoalContext context) {
    return new Cited(Cited.Kind.GOAL, context.goal().id(), context.goal().assignmentId());
  }
}
