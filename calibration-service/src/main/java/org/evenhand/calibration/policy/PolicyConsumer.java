package org.evenhand.calibration.policy;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps which versions are in force. */
@ApplicationScoped
class PolicyConsumer implements EventHandler {

  private static final String EFFECTIVE = "org.evenhand.policy.effective.v1";
  private static final Set<String> ENDED =
      Set.of("org.evenhand.policy.superseded.v1", "org.evenhand.policy.retired.v1");

  private final PolicyVersions versions;
  private final List<PolicyListener> listeners;

  PolicyConsumer(PolicyVersions versions, @All List<PolicyListener> listeners) {
    this.versions = versions;
    this.listeners = listeners;
  }

  @Override
  public String topic() {
    return "evenhand.policies";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session db, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(EFFECTIVE) || ENDED.contains(event.type()))
        .onItem()
        .transformToUniAndConcatenate(event -> take(db, event))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session db, ReceivedEvent event) {
    VersionTold told = VersionTold.of(event);
    return (event.type().equals(EFFECTIVE)
            ? versions.tookEffect(db, told.policyId(), told.inForce(), event.time())
            : versions.ended(db, told.policyId(), told.version(), event.time()))
        .chain(() -> tell(db, told.policyId()));
  }

  private Uni<Void> tell(Mutiny.Session db, UUID policy) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(listener -> listener.policyChanged(db, policy))
        .collect()
        .last();
  }
}
