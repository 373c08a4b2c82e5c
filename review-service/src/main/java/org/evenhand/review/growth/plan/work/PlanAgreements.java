package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanClosing;
import org.evenhand.review.growth.plan.PlanState;
import org.evenhand.review.growth.plan.PlanStep;
import org.evenhand.review.growth.plan.access.PlanContext;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanChangeRequest;
import org.evenhand.review.growth.plan.work.PlanRequests.WishRequest;
import org.evenhand.review.growth.plan.work.PlanSteps.CameAbout;
import org.jspecify.annotations.Nullable;

/** How two people come to terms, and to other ones. */
@ApplicationScoped
class PlanAgreements {

  private final PlanSteps steps;
  private final TermsInForce terms;
  private final Idempotency idempotency;

  PlanAgreements(PlanSteps steps, TermsInForce terms, Idempotency idempotency) {
    this.steps = steps;
    this.terms = terms;
    this.idempotency = idempotency;
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, PlanChangeRequest request) {
    return steps.take(
        id,
        ifMatch,
        PlanStep.CHANGE,
        context -> {
          DevelopmentPlan plan = context.plan();
          requireReason(plan, request);
          return terms
              .read(
                  context.session(),
                  request.terms(),
                  plan.proposedTerms().or(plan::agreedTerms).orElse(null),
                  plan.gaps(),
                  context.post(),
                  context.days(),
                  context.at())
              .invoke(read -> SettledParts.requireKept(plan, read, TermsInForce.POINTER))
              .invoke(
                  read ->
                      plan.change(
                          read,
                          context.side(),
                          request.reason(),
                          context.signature(),
                          context.today()))
              .replaceWith(PlanSteps.noted(context, PlanStep.CHANGE));
        });
  }

  private static void requireReason(DevelopmentPlan plan, PlanChangeRequest request) {
    if (plan.state().isAgreed() && request.reason() == null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "What was agreed changes for a reason.")
          .with(REQUIRED.at("/reason", "is needed to change what is agreed"));
    }
  }

  /**
   * Of a wish that is taken back, no answer that is remembered for a repeat says the words again.
   */
  Uni<Answer> wish(UUID id, @Nullable String ifMatch, WishRequest request) {
    return steps.take(
        id,
        ifMatch,
        PlanStep.WISH,
        context -> {
          context.plan().wish(request.text());
          CameAbout came = PlanSteps.noted(context, PlanStep.WISH);
          return request.text() == null
              ? idempotency.takeWords(context.session(), List.of(id)).replaceWith(came)
              : Uni.createFrom().item(came);
        });
  }

  Uni<Answer> propose(UUID id, @Nullable String ifMatch) {
    return steps.note(
        id,
        ifMatch,
        PlanStep.PROPOSAL,
        context -> {
          requireTime(context);
          context.plan().propose(context.side(), context.signature(), context.today());
        });
  }

  /** What waits too long would begin with days that are over, and the company owing already. */
  private static void requireTime(PlanContext context) {
    if (context.plan().proposedTerms().orElseThrow().days().anyMatch(context::isOver)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "Days of what is proposed are over: put other ones first.")
          .allowing(
              context.plan().allowed().stream()
                  .filter(step -> step != PlanStep.PROPOSAL && step != PlanStep.AGREEMENT)
                  .map(PlanStep::operation)
                  .toList());
    }
  }

  Uni<Answer> agree(UUID id, @Nullable String ifMatch) {
    return steps.takeNow(
        id,
        ifMatch,
        PlanStep.AGREEMENT,
        context -> {
          requireUnsigned(context);
          if (context.plan().state() == PlanState.PROPOSED) {
            requireTime(context);
          }
          boolean both = context.plan().agree(context.side(), context.signature());
          return both
              ? () -> List.of(context.facts().agreed(context.today()))
              : PlanSteps.noted(context, PlanStep.AGREEMENT);
        });
  }

  private static void requireUnsigned(PlanContext context) {
    AgreementSide side = context.side();
    if (context.plan().proposal().filter(open -> open.signatures().has(side)).isPresent()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "This side has signed; the signature of the other one is missing.")
          .allowing(
              context.plan().allowed().stream()
                  .filter(step -> step != PlanStep.AGREEMENT)
                  .map(PlanStep::operation)
                  .toList());
    }
  }

  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.note(
        id,
        ifMatch,
        PlanStep.WITHDRAWAL,
        context ->
            context
                .plan()
                .withdraw(
                    new PlanClosing(null, null, context.actor(), context.at()), context.today()));
  }

  Uni<Answer> confirm(UUID id, @Nullable String ifMatch) {
    return steps.note(id, ifMatch, PlanStep.CONFIRMATION, context -> context.plan().confirm());
  }
}
