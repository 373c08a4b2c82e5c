package org.evenhand.policy.governance.schedule;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.charter.work.ComingIntoForce;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * When a charter has come into force, its owner and quorum hold for the reviews ahead, whose days
 * stay. The first charter sets the day of the first review.
 */
@ApplicationScoped
class CharterFollowed implements DueTask {

  private final CharterRepository charters;
  private final GovernanceRepository repository;
  private final Schedule schedule;
  private final Clock clock;

  CharterFollowed(
      CharterRepository charters, GovernanceRepository repository, Schedule schedule, Clock clock) {
    this.charters = charters;
    this.repository = repository;
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return ComingIntoForce.CAME_INTO_FORCE;
  }

  /** Looks at the charter that is in force by now, which may be a later one. */
  @Override
  public Uni<Void> run(Mutiny.Session session, UUID charterId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return charters
        .hold(session)
        .chain(() -> charters.inForce(session))
        .chain(
            inForce ->
                inForce.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : repository
                        .ahead(session)
                        .chain(ahead -> follow(session, inForce.get(), ahead, now)));
  }

  private Uni<Void> follow(
      Mutiny.Session session, Charter charter, List<GovernanceReview> ahead, Instant now) {
    Uni<Void> followed =
        Multi.createFrom()
            .iterable(ahead)
            .filter(review -> review.follow(Schedule.terms(charter), now))
            .onItem()
            .transformToUniAndConcatenate(
                review -> schedule.tell(session, review, GovernanceHappening.CHARTER_FOLLOWED))
            .collect()
            .last();
    return ahead.stream().anyMatch(review -> review.state().waits())
        ? followed
        : followed.chain(
            () -> schedule.next(session, charter, charter.inForceOn().orElseThrow(), now));
  }
}
