package org.evenhand.policy.governance.minutes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.evenhand.policy.signing.Side;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** For which side people speak, as the directory has them. */
@ApplicationScoped
class Participants {

  private final People people;
  private final Clock clock;

  Participants(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /**
   * Somebody who works here.
   *
   * @param side null for somebody who neither serves a unit as HR nor leads anybody
   */
  record Participant(UUID person, @Nullable Side side, @Nullable String unit) {}

  /** By externalId; who doesn't work here is missing. */
  Uni<Map<String, Participant>> named(Mutiny.Session session, Collection<String> externalIds) {
    return people
        .named(session, externalIds)
        .chain(
            known -> {
              Set<UUID> ids =
                  known.values().stream().map(Person::employeeId).collect(Collectors.toSet());
              return people
                  .servingAsHr(session, ids, LocalDate.now(clock))
                  .chain(
                      hr ->
                          people
                              .leading(session, ids)
                              .map(leading -> participants(known, hr, leading)));
            });
  }

  /** A person of HR acts for HR, also where they lead people. */
  private static Map<String, Participant> participants(
      Map<String, Person> known, Set<UUID> hr, Set<UUID> leading) {
    return known.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> {
                  UUID id = entry.getValue().employeeId();
                  Side side =
                      hr.contains(id) ? Side.HR : leading.contains(id) ? Side.MANAGER : null;
                  return new Participant(id, side, entry.getValue().orgUnit().orElse(null));
                }));
  }
}
