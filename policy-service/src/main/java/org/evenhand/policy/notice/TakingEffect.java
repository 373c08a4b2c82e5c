package org.evenhand.policy.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.version.Policy;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PolicyEvents;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs on the effective date: the announced version begins to bind and the one before it ceases to,
 * in one transaction. A version that fell due while the service was stopped takes effect at its
 * next start; {@code effectiveAt} then holds the moment, {@code effectiveOn} the promised day.
 */
@ApplicationScoped
public class TakingEffect implements DueTask {

  public static final String KIND = "policy-takes-effect";

  private static final String ACTOR = "policy-service";

  private final PolicyRepository repository;
  private final Journal journal;
  private final Clock clock;

  public TakingEffect(PolicyRepository repository, Journal journal, Clock clock) {
    this.repository = repository;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID versionId) {
    return repository
        .policyOf(session, versionId)
        .chain(policyId -> repository.hold(session, policyId))
        .chain(
            policy ->
                session
                    .find(PolicyVersion.class, versionId)
                    .chain(version -> takeEffect(session, policy, version)));
  }

  private Uni<Void> takeEffect(Mutiny.Session session, Policy policy, PolicyVersion version) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!version.due(now)) {
      return Uni.createFrom().voidItem();
    }
    return supersede(session, policy, now)
        .invoke(() -> version.takeEffect(now))
        .chain(() -> tell(session, policy, version, PolicyEventType.EFFECTIVE));
  }

  private Uni<Void> supersede(Mutiny.Session session, Policy policy, Instant now) {
    return repository
        .inForce(session, policy.id())
        .chain(
            earlier -> {
              if (earlier.isEmpty()) {
                return Uni.createFrom().voidItem();
              }
              earlier.get().supersede(now);
              return tell(session, policy, earlier.get(), PolicyEventType.SUPERSEDED);
            });
  }

  private Uni<Void> tell(
      Mutiny.Session session, Policy policy, PolicyVersion version, PolicyEventType type) {
    return journal.write(session, ACTOR, () -> List.of(PolicyEvents.fact(policy, version, type)));
  }
}
