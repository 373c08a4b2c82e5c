package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.growth.remediation.NotMetSignature;
import org.evenhand.review.growth.remediation.RemediationEnding;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationState;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.evenhand.review.growth.remediation.access.RemediationRelation;
import org.evenhand.review.growth.remediation.gate.Gate;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ReasonRequest;
import org.jspecify.annotations.Nullable;

/** How a plan ends. That it isn't met takes two people, and nothing follows from it here. */
@ApplicationScoped
class Endings {

  private static final int LEADING_DAYS = 30;

  private final RemediationSteps steps;
  private final Gate gate;

  Endings(RemediationSteps steps, Gate gate) {
    this.steps = steps;
    this.gate = gate;
  }

  Uni<Answer> meet(UUID id, @Nullable String ifMatch, ReasonRequest request) {
    return end(id, ifMatch, RemediationStep.MET, RemediationState.MET, request);
  }

  Uni<Answer> cancel(UUID id, @Nullable String ifMatch, ReasonRequest request) {
    return end(id, ifMatch, RemediationStep.CANCELLATION, RemediationState.CANCELLED, request);
  }

  private Uni<Answer> end(
      UUID id,
      @Nullable String ifMatch,
      RemediationStep step,
      RemediationState as,
      ReasonRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        step,
        context ->
            context
                .plan()
                .end(
                    as,
                    new RemediationEnding(
                        request.reason(), context.actor(), null, null, context.at()),
                    context.today()));
  }

  /** First by whoever leads the person, then by HR, which looks at the same again. */
  Uni<Answer> notMet(UUID id, @Nullable String ifMatch, ReasonRequest request) {
    return steps.take(
        id,
        ifMatch,
        RemediationStep.NOT_MET,
        context -> {
          RemediationSteps.requireConfirmed(context, RemediationStep.NOT_MET);
          refusal(context).ifPresent(why -> refuse(context, why));
          return gate.stands(context)
              .invoke(
                  stands -> {
                    if (!stands) {
                      refuse(context, "What the plan rests on was taken back.");
                    }
                    sign(context, request);
                  })
              .replaceWith(RemediationStep.NOT_MET.word());
        });
  }

  private static void refuse(RemediationContext context, String why) {
    throw RemediationSteps.conflict(context, RemediationStep.NOT_MET, why);
  }

  private static void sign(RemediationContext context, ReasonRequest request) {
    if (context.relations().contains(RemediationRelation.MANAGER)) {
      context.plan().notMet(new NotMetSignature(context.actor(), request.reason(), context.at()));
    } else {
      countersign(context);
    }
  }

  private static void countersign(RemediationContext context) {
    NotMetSignature first = context.plan().notMet().orElseThrow();
    context
        .plan()
        .end(
            RemediationState.NOT_MET,
            new RemediationEnding(first.reason(), first.by(), context.actor(), null, context.at()),
            context.today());
  }

  /** Why it can't be said now that the plan isn't met. */
  private static Optional<String> refusal(RemediationContext context) {
    RemediationPlan plan = context.plan();
    boolean signed = plan.notMet().isPresent();
    if (context.relations().contains(RemediationRelation.MANAGER) == signed) {
      return Optional.of(
          signed
              ? "You have signed; HR's signature is missing."
              : "Whoever leads the person signs first.");
    }
    if (!plan.missing().isEmpty() || plan.owesMoreTime(context.today())) {
      return Optional.of(
          "The company has not given in time what it owes, or not all checkpoints were held: more"
              + " time is owed, and nobody has failed.");
    }
    if (!context.isOver(plan.lastDay().orElseThrow())) {
      return Optional.of("The person has time until %s is over.".formatted(plan.lastDay().get()));
    }
    if (!plan.unheld().isEmpty()) {
      return Optional.of("Not all checkpoints were held.");
    }
    if (plan.ledSince().isAfter(context.today().minusDays(LEADING_DAYS))) {
      return Optional.of("Who has led the person for less than 30 days doesn't sign this.");
    }
    return Optional.empty();
  }
}
