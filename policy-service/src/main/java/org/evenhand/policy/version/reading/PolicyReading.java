package org.evenhand.policy.version.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.Policy;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionSummary;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a reader gets to see. */
@ApplicationScoped
public class PolicyReading {

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository repository;
  private final People people;
  private final Clock clock;

  public PolicyReading(
      Mutiny.SessionFactory sessions, PolicyRepository repository, People people, Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
    this.clock = clock;
  }

  public Uni<Versioned<VersionView>> version(VersionAddress address) {
    return of(address, (version, reader) -> VersionView.of(version, reader, clock.instant()));
  }

  public Uni<Versioned<ReadinessView>> readiness(VersionAddress address) {
    return of(address, (version, reader) -> ReadinessView.of(version));
  }

  private <T> Uni<Versioned<T>> of(
      VersionAddress address, BiFunction<PolicyVersion, Actor, T> view) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .version(session, address, reader.hr())
                            .map(
                                version ->
                                    new Versioned<>(
                                        version.lockVersion(), view.apply(version, reader)))));
  }

  public Uni<Versioned<PolicyView>> policy(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .policy(session, id, reader.hr())
                            .chain(
                                policy ->
                                    repository
                                        .summaries(session, Set.of(id), reader.hr())
                                        .map(
                                            versions ->
                                                new Versioned<>(
                                                    policy.lockVersion(),
                                                    PolicyView.of(policy, versions, reader))))));
  }

  public Uni<Page<PolicyView>> policies(PageRequest page) {
    Optional<UUID> after = page.cursor().map(cursor -> cursor.uuid(0));
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .policies(session, after, page.limit() + 1, reader.hr())
                            .chain(found -> views(session, found, reader)))
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.id()))));
  }

  public Uni<Page<VersionSummary>> versions(UUID policyId, PageRequest page) {
    long last = page.cursor().map(cursor -> cursor.longAt(0)).orElse(0L);
    int after = (int) Math.min(last, Integer.MAX_VALUE);
    int limit = page.limit();
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .policy(session, policyId, reader.hr())
                            .chain(
                                policy ->
                                    repository.versions(
                                        session, policyId, after, limit + 1, reader.hr())))
                .map(found -> Page.of(found, limit, v -> Cursor.of(v.version()))));
  }

  private Uni<List<PolicyView>> views(Mutiny.Session session, List<Policy> policies, Actor reader) {
    List<UUID> ids = policies.stream().map(Policy::id).toList();
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return repository
        .summaries(session, ids, reader.hr())
        .map(
            summaries -> {
              Map<UUID, List<VersionSummary>> byPolicy =
                  summaries.stream().collect(Collectors.groupingBy(VersionSummary::policyId));
              return policies.stream()
                  .map(p -> PolicyView.of(p, byPolicy.getOrDefault(p.id(), List.of()), reader))
                  .toList();
            });
  }
}
