package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.opportunity.OpportunityStep;
import org.evenhand.review.growth.opportunity.access.OpportunityContext;
import org.evenhand.review.growth.opportunity.reach.Reach;
import org.jspecify.annotations.Nullable;

/** How an opportunity is offered, and taken back. */
@ApplicationScoped
class Postings {

  /** Whoever is away for a week still has one to think about it. */
  private static final int LEAST_WORKING_DAYS = 10;

  private static final int LONGEST_MONTHS = 12;

  private final OpportunitySteps steps;
  private final Endings endings;
  private final Reach reach;
  private final DueWork dueWork;

  Postings(OpportunitySteps steps, Endings endings, Reach reach, DueWork dueWork) {
    this.steps = steps;
    this.endings = endings;
    this.reach = reach;
    this.dueWork = dueWork;
  }

  Uni<Answer> post(UUID id, @Nullable String ifMatch, LocalDate openUntil) {
    return steps.take(
        id,
        ifMatch,
        OpportunityStep.POSTING,
        context -> {
          requireLongEnough(context, openUntil);
          return requireEnough(context)
              .invoke(() -> context.opportunity().post(context.today(), openUntil))
              .chain(
                  () ->
                      dueWork.schedule(
                          context.session(), Closing.KIND, id, Closing.endOf(openUntil)))
              .map(scheduled -> () -> List.of(context.facts().posted()));
        });
  }

  /** Whoever writes a rule for one would learn whether that one has applied. */
  private Uni<Void> requireEnough(OpportunityContext context) {
    return reach
        .isEnough(context.session(), context.opportunity().id(), context.today())
        .invoke(
            enough -> {
              if (!enough) {
                throw Problem.of(
                    CommonProblem.RULE_VIOLATED,
                    "Fewer than five people could apply: what becomes of it would say who has.");
              }
            })
        .replaceWithVoid();
  }

  private static void requireLongEnough(OpportunityContext context, LocalDate openUntil) {
    LocalDate first = context.days().plus(context.today(), LEAST_WORKING_DAYS);
    if (openUntil.isBefore(first)
        || openUntil.isAfter(context.today().plusMonths(LONGEST_MONTHS))) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED,
              "An opportunity is open for ten working days at least, and for a year at most.")
          .with(RANGE.at("/openUntil", "is before %s, or more than a year ahead".formatted(first)));
    }
  }

  /** Everybody who applied reads why; nobody is told less than another. */
  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch, String reason) {
    return steps.take(
        id,
        ifMatch,
        OpportunityStep.WITHDRAWAL,
        context ->
            dueWork
                .cancel(context.session(), Closing.KIND, id)
                .chain(() -> dueWork.cancel(context.session(), Decisions.KIND, id))
                .chain(() -> reach.forget(context.session(), id))
                .invoke(() -> context.opportunity().withdraw(reason))
                .chain(() -> endings.part(context.session(), id))
                .map(ended -> withdrawn(context).and(ended)));
  }

  private static CameAbout withdrawn(OpportunityContext context) {
    return () -> List.of(context.facts().withdrawn());
  }
}
