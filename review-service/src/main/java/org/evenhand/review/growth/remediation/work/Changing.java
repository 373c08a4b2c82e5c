package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.review.growth.remediation.Acknowledgement;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.exception.RemediationExceptions;
import org.evenhand.review.growth.remediation.gate.Gate;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.evenhand.review.growth.remediation.terms.RemediationTermsReading;
import org.evenhand.review.growth.remediation.work.RemediationRequests.AcknowledgementRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ChangeRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ReviewRequest;
import org.jspecify.annotations.Nullable;

/** How a plan is put otherwise, looked at by HR, and read by the person. */
@ApplicationScoped
class Changing {

  static final int DAYS_TO_ANSWER = 10;

  /** What HR doesn't look at hangs over nobody for ever. */
  static final int DAYS_TO_LOOK = 20;

  private final RemediationSteps steps;
  private final Gate gate;
  private final RemediationExceptions exceptions;

  Changing(RemediationSteps steps, Gate gate, RemediationExceptions exceptions) {
    this.steps = steps;
    this.gate = gate;
    this.exceptions = exceptions;
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, ChangeRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.CHANGE,
        context -> {
          RemediationTerms there = context.plan().terms();
          RemediationTerms read =
              new RemediationTermsReading(there, context.plan().isKnown()).read(request.terms());
          if (read.equals(there)) {
            throw RemediationSteps.conflict(
                context, RemediationStep.CHANGE, "The plan says so already.");
          }
          context
              .plan()
              .change(
                  read,
                  context.actor(),
                  context.today(),
                  context.days().plus(context.today(), DAYS_TO_LOOK));
        });
  }

  /** What was let through although the person has objected is another word for the auditor. */
  Uni<Answer> review(UUID id, @Nullable String ifMatch, ReviewRequest request) {
    return steps.take(
        id,
        ifMatch,
        RemediationStep.REVIEW,
        context -> {
          if (!context.plan().awaitsReview()) {
            throw RemediationSteps.conflict(
                context, RemediationStep.REVIEW, "HR has looked at this.");
          }
          RemediationSteps.requireConfirmed(context, RemediationStep.REVIEW);
          return gate.pass(context, request.exception())
              .call(review -> exceptions.keep(context, review))
              .invoke(
                  review ->
                      context
                          .plan()
                          .reviewed(review, context.days().plus(context.today(), DAYS_TO_ANSWER)))
              .map(
                  review ->
                      review.exception() == null
                          ? RemediationStep.REVIEW.word()
                          : "review-despite-objection");
        });
  }

  Uni<Answer> acknowledge(UUID id, @Nullable String ifMatch, AcknowledgementRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.ACKNOWLEDGEMENT,
        context -> {
          if (!context.plan().awaitsAnswer()) {
            throw RemediationSteps.conflict(
                context, RemediationStep.ACKNOWLEDGEMENT, "There is nothing to answer now.");
          }
          context
              .plan()
              .acknowledge(
                  new Acknowledgement(context.actor(), request.reply(), context.at()),
                  context.days().plus(context.today(), 1),
                  context.today());
        });
  }
}
