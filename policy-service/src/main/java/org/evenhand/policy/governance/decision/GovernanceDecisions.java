package org.evenhand.policy.governance.decision;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.GovernanceStep;
import org.evenhand.policy.governance.work.GovernanceSteps;
import org.jspecify.annotations.Nullable;

/** What becomes of decisions. */
@ApplicationScoped
class GovernanceDecisions {

  private final GovernanceSteps steps;

  GovernanceDecisions(GovernanceSteps steps) {
    this.steps = steps;
  }

  Uni<Answer> complete(UUID id, int number, @Nullable String ifMatch) {
    return close(
        id, number, ifMatch, GovernanceStep.DECISION_DONE, null, GovernanceHappening.DECISION_DONE);
  }

  Uni<Answer> drop(UUID id, int number, @Nullable String ifMatch, String reason) {
    return close(
        id,
        number,
        ifMatch,
        GovernanceStep.DECISION_DROPPED,
        reason,
        GovernanceHappening.DECISION_DROPPED);
  }

  private Uni<Answer> close(
      UUID id,
      int number,
      @Nullable String ifMatch,
      GovernanceStep step,
      @Nullable String reason,
      GovernanceHappening happening) {
    return steps.take(
        id,
        ifMatch,
        context -> requireOwner(context.review(), number, context.actor()),
        context -> {
          Decision open = context.review().openDecision(number, step);
          var closing = new Decision.Closing(reason, context.actor(), context.at());
          context.review().close(open.closed(closing), context.at());
          return Uni.createFrom().item(happening);
        });
  }

  private static void requireOwner(GovernanceReview review, int number, UUID person) {
    if (!review.owns(review.decision(number), person)) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "Whoever is responsible closes it, or somebody who was present for its side.");
    }
  }
}
