package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.Response;
import org.evenhand.review.appeal.Screenings.Referral;
import org.evenhand.review.appeal.Screenings.Screening;
import org.evenhand.review.appeal.StepDue;
import org.evenhand.review.appeal.Withdrawal;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.access.AppealRelation;
import org.evenhand.review.appeal.work.AppealRequests.AppealResponseRequest;
import org.evenhand.review.appeal.work.AppealRequests.ScreeningRequest;
import org.evenhand.review.cycle.Reason;
import org.evenhand.review.sharing.AppealedResults;
import org.jspecify.annotations.Nullable;

/** Whether an appeal goes on, and what the reviewer says to it. */
@ApplicationScoped
class Admissions {

  private final AppealSteps steps;
  private final Admission admission;
  private final AppealedResults results;
  private final DueWork dueWork;

  Admissions(AppealSteps steps, Admission admission, AppealedResults results, DueWork dueWork) {
    this.steps = steps;
    this.admission = admission;
    this.results = results;
    this.dueWork = dueWork;
  }

  Uni<Answer> screen(UUID id, @Nullable String ifMatch, ScreeningRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.SCREENING,
        context -> {
          Screening screening =
              new Screening(request.admitted(), request.reason(), context.actor(), context.at());
          if (screening.admitted()) {
            return admission.admit(
                context.session(), context.appeal(), context.review(), screening);
          }
          return context.appeal().screenings().hasReferral()
              ? refuseForGood(context, screening)
              : refuse(context, screening);
        });
  }

  private Uni<Void> refuse(AppealContext context, Screening screening) {
    return atTheUnit(context, AppealStep.REFERRAL)
        .invoke(referBy -> context.appeal().refuse(screening, referBy))
        .chain(
            referBy ->
                admission
                    .hasLeft(context.session(), context.appeal())
                    .chain(
                        left ->
                            left
                                ? refer(context, Referral.ofLeaver(context.at()))
                                : admission.watch(context.session(), context.appeal(), referBy)));
  }

  private Uni<Void> refer(AppealContext context, Referral referral) {
    return admission.refer(context.session(), context.appeal(), context.review(), referral);
  }

  private Uni<Void> refuseForGood(AppealContext context, Screening screening) {
    context.appeal().refuse(screening, null);
    return results.ended(context.session(), context.review(), context.appeal().id(), context.at());
  }

  Uni<Answer> refer(UUID id, @Nullable String ifMatch, Reason request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.REFERRAL,
        context -> {
          requireTimeToRefer(context);
          return refer(context, new Referral(request.reason(), context.actor(), context.at()));
        });
  }

  private static void requireTimeToRefer(AppealContext context) {
    if (context.appeal().due().filter(due -> due.isOver(context.at())).isPresent()) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "The time to refer this to the HR lead is over.");
    }
  }

  Uni<Answer> respond(UUID id, @Nullable String ifMatch, AppealResponseRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.RESPONSE,
        context ->
            atTheUnit(context, AppealStep.CONVENING)
                .invoke(
                    conveneBy ->
                        context
                            .appeal()
                            .respond(
                                new Response(request.text(), context.actor(), context.at()),
                                conveneBy))
                .chain(() -> unwatch(context)));
  }

  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch, @Nullable String reason) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.WITHDRAWAL,
        context -> {
          Appeal appeal = context.appeal();
          requireReason(context, reason);
          appeal.withdraw(new Withdrawal(reason, context.actor(), context.at()));
          return results
              .ended(context.session(), context.review(), appeal.id(), context.at())
              .chain(() -> unwatch(context));
        });
  }

  /** Whoever takes back what isn't theirs says why. */
  private static void requireReason(AppealContext context, @Nullable String reason) {
    if (reason == null && !context.relations().contains(AppealRelation.APPELLANT)) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "HR says why it withdraws for a leaver.")
          .with(REQUIRED.at("/reason", "is needed of HR"));
    }
  }

  private Uni<StepDue> atTheUnit(AppealContext context, AppealStep step) {
    return admission.atTheUnit(context.session(), context.review(), step, context.at());
  }

  private Uni<Void> unwatch(AppealContext context) {
    return dueWork.cancel(context.session(), AppealWatch.KIND, context.appeal().id());
  }
}
