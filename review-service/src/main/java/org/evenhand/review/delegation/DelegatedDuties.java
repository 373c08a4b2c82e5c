package org.evenhand.review.delegation;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.duty.Delegations;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets tasks follow delegations. */
@Singleton
class DelegatedDuties implements Delegations {

  private final DelegationRepository delegations;
  private final Clock clock;

  DelegatedDuties(DelegationRepository delegations, Clock clock) {
    this.delegations = delegations;
    this.clock = clock;
  }

  @Override
  public Uni<Map<UUID, Set<String>>> to(Mutiny.Session session, UUID person) {
    return delegations.heldBy(session, person, LocalDate.now(clock)).map(DelegatedDuties::byPerson);
  }

  @Override
  public Uni<Map<UUID, Set<String>>> represented(Mutiny.Session session) {
    return delegations.inForce(session, LocalDate.now(clock)).map(DelegatedDuties::byPerson);
  }

  private static Map<UUID, Set<String>> byPerson(List<Delegation> delegations) {
    return delegations.stream()
        .collect(
            groupingBy(
                Delegation::from,
                flatMapping(
                    each -> each.kinds().stream().flatMap(kind -> kind.duties().stream()),
                    toSet())));
  }
}
