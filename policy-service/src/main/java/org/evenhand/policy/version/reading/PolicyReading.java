package org.evenhand.policy.version.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private final ShutSteps shut;
  private final Clock clock;

  public PolicyReading(
      Mutiny.SessionFactory sessions,
      PolicyRepository repository,
      People people,
      ShutSteps shut,
      Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
    this.shut = shut;
    this.clock = clock;
  }

  public Uni<Versioned<VersionView>> version(VersionAddress address) {
    Instant now = clock.instant();
    return of(
        address,
        (session, version, reader) ->
            shut.of(session, version, reader, now)
                .map(steps -> VersionView.of(version, reader, now, steps)));
  }

  public Uni<Versioned<ReadinessView>> readiness(VersionAddress address) {
    return of(
        address, (session, version, reader) -> Uni.createFrom().item(ReadinessView.of(version)));
  }

  @FunctionalInterface
  private interface Reading<T> {
    Uni<T> of(Mutiny.Session session, PolicyVersion version, Actor reader);
  }

  private <T> Uni<Versioned<T>> of(VersionAddress address, Reading<T> reading) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .version(session, address, reader.hr())
                            .chain(
                                version ->
                                    reading
                                        .of(session, version, reader)
                                        .map(
                                            view ->
                                                new Versioned<>(version.lockVersion(), view)))));
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
