package org.evenhand.policy.training.time;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds those who learn. */
@ApplicationScoped
public class Learners {

  private final People people;
  private final Places places;

  Learners(People people, Places places) {
    this.people = people;
    this.places = places;
  }

  /** By id; who was erased is missing. */
  public Uni<Map<UUID, Learner>> of(Mutiny.Session session, Collection<UUID> ids) {
    return people.byIds(session, ids).chain(found -> of(session, found));
  }

  private Uni<Map<UUID, Learner>> of(Mutiny.Session session, Map<UUID, Person> found) {
    Set<String> where =
        found.values().stream()
            .flatMap(person -> person.workLocation().stream())
            .collect(Collectors.toSet());
    return places
        .atAll(session, where)
        .map(
            days ->
                found.values().stream()
                    .collect(
                        Collectors.toMap(
                            Person::employeeId, person -> Learner.of(person, days(person, days)))));
  }

  private static WorkingDays days(Person person, Map<String, WorkingDays> known) {
    return person.workLocation().map(known::get).orElseGet(WorkingDays::unknown);
  }

  public Uni<Optional<Learner>> of(Mutiny.Session session, UUID id) {
    return of(session, Set.of(id)).map(found -> Optional.ofNullable(found.get(id)));
  }
}
