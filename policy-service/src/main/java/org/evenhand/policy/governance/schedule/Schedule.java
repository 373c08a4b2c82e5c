package org.evenhand.policy.governance.schedule;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.governance.GovernanceEvents;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sets the days of reviews, at the interval of the charter in force. */
@ApplicationScoped
public class Schedule {

  private static final String ACTOR = "policy-service";

  private final GovernanceRepository repository;
  private final People people;
  private final Places places;
  private final DueWork dueWork;
  private final Journal journal;

  Schedule(
      GovernanceRepository repository,
      People people,
      Places places,
      DueWork dueWork,
      Journal journal) {
    this.repository = repository;
    this.people = people;
    this.places = places;
    this.dueWork = dueWork;
    this.journal = journal;
  }

  /**
   * The review after one that was due on a day, or after the day of the first charter. After a long
   * stop it isn't set to a day that is over.
   */
  public Uni<Void> next(Mutiny.Session session, Charter charter, LocalDate last, Instant now) {
    Period interval = Period.parse(charter.content().reviewInterval());
    return days(session, charter.content().owner())
        .chain(
            days -> {
              LocalDate planned = last.plus(interval);
              LocalDate today = days.today(now);
              LocalDate day =
                  days.onOrAfter(planned.isBefore(today) ? today.plus(interval) : planned);
              return repository
                  .lastNumber(session)
                  .map(number -> scheduled(charter, number + 1, day, now))
                  .call(review -> session.persist(review))
                  .call(review -> watch(session, review, days.endOf(day)))
                  .call(review -> tell(session, review, GovernanceHappening.SCHEDULED));
            })
        .replaceWithVoid();
  }

  private static GovernanceReview scheduled(
      Charter charter, int number, LocalDate day, Instant now) {
    return new GovernanceReview(Ids.next(), number, day, terms(charter), now);
  }

  public static GovernanceReview.Terms terms(Charter charter) {
    return new GovernanceReview.Terms(
        charter.id(), charter.content().owner(), charter.content().quorum());
  }

  /** The days of where somebody works. */
  public Uni<WorkingDays> days(Mutiny.Session session, UUID person) {
    return people
        .workLocations(session, Set.of(person))
        .chain(found -> places.at(session, found.get(person)));
  }

  public Uni<Void> watch(Mutiny.Session session, GovernanceReview review, Instant at) {
    return dueWork.schedule(session, DayOver.KIND, review.id(), at);
  }

  public Uni<Void> unwatch(Mutiny.Session session, GovernanceReview review) {
    return dueWork.cancel(session, DayOver.KIND, review.id());
  }

  public Uni<Void> tell(
      Mutiny.Session session, GovernanceReview review, GovernanceHappening happening) {
    return journal.write(session, ACTOR, () -> List.of(GovernanceEvents.fact(review, happening)));
  }
}
