package org.evenhand.policy.governance.schedule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.GovernanceState;
import org.evenhand.policy.governance.duty.GovernanceDuty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs when the day of a review is over: one that nobody has held is missed, and the next one is
 * set. Runs again when the first step of the escalation path is over.
 */
@ApplicationScoped
class DayOver implements DueTask {

  static final String KIND = "governance-review-day";

  private final CharterRepository charters;
  private final GovernanceRepository repository;
  private final Schedule schedule;
  private final Clock clock;

  DayOver(
      CharterRepository charters, GovernanceRepository repository, Schedule schedule, Clock clock) {
    this.charters = charters;
    this.repository = repository;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID reviewId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return charters
        .hold(session)
        .chain(() -> repository.review(session, reviewId))
        .chain(
            review ->
                schedule
                    .days(session, review.terms().owner())
                    .chain(days -> run(session, review, days, now)));
  }

  private Uni<Void> run(
      Mutiny.Session session, GovernanceReview review, WorkingDays days, Instant now) {
    if (review.state() == GovernanceState.MISSED) {
      review.escalate(now);
      return schedule.tell(session, review, GovernanceHappening.ESCALATED);
    }
    if (!review.state().waits()) {
      return Uni.createFrom().voidItem();
    }
    Instant end = days.endOf(review.dueOn());
    return now.isBefore(end)
        ? schedule.watch(session, review, end)
        : miss(session, review, days, now);
  }

  private Uni<Void> miss(
      Mutiny.Session session, GovernanceReview review, WorkingDays days, Instant now) {
    review.miss(now);
    return schedule
        .tell(session, review, GovernanceHappening.MISSED)
        .chain(() -> charters.inForce(session))
        .chain(
            found -> {
              Charter charter = found.orElseThrow();
              Instant then = days.endOf(days.plus(days.today(now), firstStep(charter)));
              return schedule
                  .watch(session, review, then)
                  .chain(() -> schedule.next(session, charter, review.dueOn(), now));
            });
  }

  /** As the duty to hold it escalates. */
  private static int firstStep(Charter charter) {
    GovernanceDuty kind = GovernanceDuty.GOVERNANCE_REVIEW;
    return charter.content().terms().stream()
        .filter(terms -> terms.kind().equals(kind.name()))
        .map(terms -> terms.path().get(0).workingDays())
        .findFirst()
        .orElse(kind.terms().path().get(0).workingDays());
  }
}
