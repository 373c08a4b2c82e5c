package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.web.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds people of the directory. */
@ApplicationScoped
public class People {

  private final Caller caller;

  public People(Caller caller) {
    this.caller = caller;
  }

  /** The caller of the present request, known to the directory or not. */
  public Uni<Actor> caller(Mutiny.Session session) {
    Set<String> roles = Set.copyOf(caller.roles());
    Optional<String> externalId = caller.employeeExternalId();
    if (externalId.isEmpty()) {
      return Uni.createFrom().item(new Actor(null, roles));
    }
    return working(session, Set.of(externalId.get()))
        .map(found -> new Actor(found.get(externalId.get()), roles));
  }

  /** Our ids of those who work here, by externalId. */
  public Uni<Map<String, UUID>> working(Mutiny.Session session, Collection<String> externalIds) {
    return session
        .createSelectionQuery("from Person p where p.externalId in :ids", Person.class)
        .setParameter("ids", externalIds)
        .getResultList()
        .map(
            people ->
                people.stream()
                    .filter(Person::working)
                    .collect(Collectors.toMap(Person::externalId, Person::employeeId)));
  }
}
