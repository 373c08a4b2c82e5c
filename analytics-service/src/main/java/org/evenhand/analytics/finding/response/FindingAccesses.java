package org.evenhand.analytics.finding.response;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.Person;
import org.evenhand.analytics.finding.FindingAccess;
import org.evenhand.analytics.finding.Populations;
import org.evenhand.analytics.finding.Side;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds out what a caller is to the judged cycles: hr-lead, insight and auditor see all of them, an
 * HR partner those with a unit that they serve today, a manager those with somebody below them.
 */
@ApplicationScoped
public class FindingAccesses {

  /** A session asks the database one thing after the other. */
  private static final int ONE_AT_A_TIME = 1;

  private final Directory directory;
  private final Populations populations;
  private final Caller caller;

  FindingAccesses(Directory directory, Populations populations, Caller caller) {
    this.directory = directory;
    this.populations = populations;
    this.caller = caller;
  }

  /** The cycles of which the caller may know the findings; empty means all of them. */
  Uni<Optional<List<UUID>>> visible(Mutiny.Session session) {
    if (Views.isWhole(caller)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return parts(session).map(parts -> Optional.of(parts.all()));
  }

  Uni<FindingAccess> of(Mutiny.Session session, UUID cycleId) {
    return any(session).map(access -> access.apply(cycleId));
  }

  /** What the caller is to the findings of any cycle, by its id. */
  public Uni<Function<UUID, FindingAccess>> any(Mutiny.Session session) {
    boolean whole = Views.isWhole(caller);
    if (caller.isClient()) {
      return Uni.createFrom().item(cycleId -> new FindingAccess(null, whole, Set.of()));
    }
    return parts(session).map(parts -> cycleId -> access(parts, cycleId, whole));
  }

  private FindingAccess access(Parts parts, UUID cycleId, boolean whole) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    if (caller.has(Roles.HR_LEAD) || parts.served().contains(cycleId)) {
      sides.add(Side.HR);
    }
    if (parts.managed().contains(cycleId)) {
      sides.add(Side.MANAGER);
    }
    return new FindingAccess(parts.person(), whole || !sides.isEmpty(), sides);
  }

  /** The judged cycles in which a person has a part, as a manager and as HR. */
  private record Parts(UUID person, List<UUID> managed, List<UUID> served) {

    List<UUID> all() {
      return Stream.concat(managed.stream(), served.stream()).distinct().toList();
    }
  }

  private Uni<Parts> parts(Mutiny.Session session) {
    return directory
        .require(session, caller)
        .chain(
            person ->
                Uni.combine()
                    .all()
                    .unis(managed(session, person), served(session, person))
                    .usingConcurrencyOf(ONE_AT_A_TIME)
                    .with((managed, served) -> new Parts(person.employeeId(), managed, served)));
  }

  private Uni<List<UUID>> managed(Mutiny.Session session, Person person) {
    return caller.has(Roles.MANAGER)
        ? populations.managed(session, person.employeeId())
        : Uni.createFrom().item(List.of());
  }

  private Uni<List<UUID>> served(Mutiny.Session session, Person person) {
    return populations.served(session, caller.has(Roles.HR) ? person.servedUnits() : Set.of());
  }
}
