package org.evenhand.calibration.policy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps which versions are in force. Precedents follow by due work, so that this package doesn't
 * have to know them, and no batch waits for them.
 */
@ApplicationScoped
public class PolicyConsumer implements EventHandler {

  /** Due when another version of a policy is in force, or none; the subject is the policy. */
  public static final String POLICY_CHANGED = "policy-changed";

  private static final String EFFECTIVE = "org.evenhand.policy.effective.v1";
  private static final Set<String> ENDED =
      Set.of("org.evenhand.policy.superseded.v1", "org.evenhand.policy.retired.v1");

  private final PolicyVersions versions;
  private final DueWork dueWork;
  private final Clock clock;

  PolicyConsumer(PolicyVersions versions, DueWork dueWork, Clock clock) {
    this.versions = versions;
    this.dueWork = dueWork;
    this.clock = clock;
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
            ? versions.tookEffect(db, told.policyId(), told.inForce())
            : versions.ended(db, told.policyId(), told.version()))
        .chain(() -> dueWork.schedule(db, POLICY_CHANGED, told.policyId(), clock.instant()));
  }
}
