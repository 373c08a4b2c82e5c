package org.evenhand.policy.signoff;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Whether people can sign for the managers. A person who has left, is away, or leads nobody can't,
 * and everybody would wait for them in vain.
 */
@ApplicationScoped
class Signers {

  private final People people;

  Signers(People people) {
    this.people = people;
  }

  /** A person named by externalId: their id, or why they can't sign. */
  record Named(String externalId, Optional<UUID> id, String obstacle) {
    boolean canSign() {
      return id.isPresent();
    }
  }

  /** In the order in which they are named. */
  Uni<List<Named>> named(Mutiny.Session session, List<String> externalIds) {
    return people
        .named(session, Set.copyOf(externalIds))
        .chain(known -> named(session, externalIds, known));
  }

  private Uni<List<Named>> named(
      Mutiny.Session session, List<String> externalIds, Map<String, Person> known) {
    Set<UUID> ids = known.values().stream().map(Person::employeeId).collect(Collectors.toSet());
    return people
        .leading(session, ids)
        .map(
            leading ->
                externalIds.stream()
                    .map(externalId -> named(externalId, known.get(externalId), leading))
                    .toList());
  }

  private static Named named(String externalId, @Nullable Person person, Set<UUID> leading) {
    if (person == null) {
      return refused(externalId, "is nobody who works here");
    }
    if (person.onLeave()) {
      return refused(externalId, "is on leave, and nobody could sign in their place");
    }
    if (!leading.contains(person.employeeId())) {
      return refused(externalId, "leads nobody, so they can't sign for the managers");
    }
    return new Named(externalId, Optional.of(person.employeeId()), "");
  }

  private static Named refused(String externalId, String obstacle) {
    return new Named(externalId, Optional.empty(), obstacle);
  }
}
