package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.cycle.access.CycleContext;
import org.evenhand.review.milestone.MissedMilestones;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Sessions that hold reviews for longer than the calibration window. They keep nobody from their
 * result: once the day is over, their reviews go on without their decision, as a published
 * exception. A session that locks later is refused, with the review that it no longer holds.
 */
@ApplicationScoped
class OverdueSessions {

  private static final String SYSTEM = "review-service";

  private final MissedMilestones missed;
  private final PolicyVersions policies;
  private final Journal journal;

  OverdueSessions(MissedMilestones missed, PolicyVersions policies, Journal journal) {
    this.missed = missed;
    this.policies = policies;
    this.journal = journal;
  }

  /** Takes back what was to be decided by a day that is over; the cycle is held alone. */
  Uni<Void> release(CycleContext context) {
    LocalDate today = Days.goingOn(context.at());
    return overdue(context.session(), context.cycle().id(), today)
        .chain(
            held -> held.isEmpty() ? Uni.createFrom().voidItem() : release(context, held, today));
  }

  /** The exceptions first: they say in which state each was found. */
  private Uni<Void> release(CycleContext context, List<Review> held, LocalDate today) {
    Mutiny.Session session = context.session();
    var plan = context.cycle().plan();
    return missed
        .passed(session, context.cycle().id(), Milestone.CALIBRATION, today)
        .invoke(() -> held.forEach(Review::defer))
        .chain(() -> policies.pinned(session, plan.policyId(), plan.policyVersion()))
        .chain(
            policy ->
                journal.write(
                    session,
                    SYSTEM,
                    () ->
                        new ReviewFacts(
                                context.cycle(),
                                policy.content().scale(),
                                ReviewEventType.DEFERRED,
                                context.at().truncatedTo(ChronoUnit.MICROS))
                            .of(held)));
  }

  private static Uni<List<Review>> overdue(Mutiny.Session session, UUID cycleId, LocalDate today) {
    return session
        .createSelectionQuery(
            """
            from Review r where r.cycleId = :cycle and r.phase = IN_CALIBRATION
              and r.due.calibration < :today order by r.id
            """,
            Review.class)
        .setParameter("cycle", cycleId)
        .setParameter("today", today)
        .getResultList();
  }
}
