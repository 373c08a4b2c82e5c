package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.work.AppealRequests.AppealResponseRequest;
import org.evenhand.review.appeal.work.AppealRequests.ScreeningRequest;
import org.evenhand.review.cycle.Reason;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.sharing.AppealedResults;
import org.jspecify.annotations.Nullable;

/** Whether an appeal goes on, and what the reviewer says to it. */
@ApplicationScoped
class Admissions {

  private final AppealSteps steps;
  private final AppealDays days;
  private final AppealedResults results;
  private final Directory directory;
  private final DueWork dueWork;

  Admissions(
      AppealSteps steps,
      AppealDays days,
      AppealedResults results,
      Directory directory,
      DueWork dueWork) {
    this.steps = steps;
    this.days = days;
    this.results = results;
    this.directory = directory;
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
            return admit(context, screening);
          }
          return context.appeal().screenings().hasReferral()
              ? refuseForGood(context, screening)
              : refuse(context, screening);
        });
  }

  /** Where nobody is there to answer, the panel comes at once. */
  private Uni<Void> admit(AppealContext context, Screening screening) {
    return responder(context)
        .chain(
            found ->
                found
                    .map(
                        responder ->
                            days.until(
                                context.session(),
                                AppealStep.RESPONSE,
                                responder.main().position().workLocation(),
                                context.at()))
                    .orElseGet(() -> atTheUnit(context, AppealStep.CONVENING))
                    .invoke(
                        due ->
                            context
                                .appeal()
                                .admit(screening, found.map(Employee::id).orElse(null), due))
                    .chain(due -> found.isEmpty() ? nothing() : watch(context, due)));
  }

  private Uni<Optional<Employee>> responder(AppealContext context) {
    return context
        .review()
        .reviewerId()
        .map(reviewer -> directory.byId(context.session(), reviewer))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> found.filter(reviewer -> !reviewer.left()));
  }

  private Uni<Void> refuse(AppealContext context, Screening screening) {
    return atTheUnit(context, AppealStep.REFERRAL)
        .invoke(referBy -> context.appeal().refuse(screening, referBy))
        .chain(referBy -> watch(context, referBy));
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
          return atTheUnit(context, AppealStep.SCREENING)
              .invoke(
                  screenBy ->
                      context
                          .appeal()
                          .refer(
                              new Referral(request.reason(), context.actor(), context.at()),
                              screenBy))
              .chain(() -> unwatch(context));
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

  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.WITHDRAWAL,
        context -> {
          Appeal appeal = context.appeal();
          appeal.withdraw(context.at());
          return results
              .ended(context.session(), context.review(), appeal.id(), context.at())
              .chain(() -> unwatch(context));
        });
  }

  private Uni<StepDue> atTheUnit(AppealContext context, AppealStep step) {
    return days.until(
        context.session(), step, context.review().placement().workLocation(), context.at());
  }

  private Uni<Void> watch(AppealContext context, StepDue due) {
    return dueWork.schedule(context.session(), AppealWatch.KIND, context.appeal().id(), due.at());
  }

  private Uni<Void> unwatch(AppealContext context) {
    return dueWork.cancel(context.session(), AppealWatch.KIND, context.appeal().id());
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
