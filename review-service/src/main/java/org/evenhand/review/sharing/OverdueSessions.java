package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.cycle.CycleTurn;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.milestone.MissedMilestones;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Happening;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewChronicle;
import org.evenhand.review.review.ReviewChronicle.Telling;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Sessions that hold reviews for longer than the calibration window. They keep nobody from their
 * result: once the day is over, what they hold goes on without their decision, as a published
 * exception. A session that locks later is refused, and told which review it does not hold.
 */
@ApplicationScoped
class OverdueSessions {

  private static final String SYSTEM = "review-service";

  private final MissedMilestones missed;
  private final PolicyVersions policies;
  private final ReviewChronicle chronicle;

  OverdueSessions(MissedMilestones missed, PolicyVersions policies, ReviewChronicle chronicle) {
    this.missed = missed;
    this.policies = policies;
    this.chronicle = chronicle;
  }

  /** Takes back what was to be decided by a day that is over; the cycle is held alone. */
  Uni<Void> release(CycleTurn turn) {
    LocalDate today = Days.goingOn(turn.at());
    return overdue(turn.session(), turn.cycle().id(), today)
        .chain(held -> held.isEmpty() ? Uni.createFrom().voidItem() : release(turn, held, today));
  }

  /** The exceptions first: they say in which state each was found. */
  private Uni<Void> release(CycleTurn turn, List<Review> held, LocalDate today) {
    Mutiny.Session session = turn.session();
    var plan = turn.cycle().plan();
    return missed
        .passed(session, turn.cycle().id(), Milestone.CALIBRATION, today)
        .invoke(() -> held.forEach(Review::defer))
        .chain(() -> policies.pinned(session, plan.policyId(), plan.policyVersion()))
        .chain(
            policy ->
                chronicle.tell(
                    session,
                    held,
                    new Telling(
                        turn.cycle(),
                        policy.content().scale(),
                        Happening.DEFERRED,
                        SYSTEM,
                        turn.at().truncatedTo(ChronoUnit.MICROS))));
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
