package org.evenhand.policy.norm;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.calibration.CalibrationListener;
import org.evenhand.policy.version.PolicyRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the norms that hold. */
@ApplicationScoped
class NormNews implements CalibrationListener {

  private static final String AGREED = "org.evenhand.norm.agreed.v1";
  private static final String EXPIRED = "org.evenhand.norm.expired.v1";

  private final NormRepository norms;
  private final PolicyRepository policies;
  private final List<NormListener> listeners;

  NormNews(NormRepository norms, PolicyRepository policies, @All List<NormListener> listeners) {
    this.norms = norms;
    this.policies = policies;
    this.listeners = listeners;
  }

  @Override
  public Set<String> types() {
    return Set.of(AGREED, EXPIRED);
  }

  @Override
  public Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return event.type().equals(AGREED)
        ? keep(session, NormTold.of(event))
        : norms.expire(session, UUID.fromString(event.subject()));
  }

  /**
   * With the lock of the policy: a consultation that opens at this moment either sees the norm, or
   * is seen.
   */
  private Uni<Void> keep(Mutiny.Session session, NormTold told) {
    return policies
        .holdShared(session, told.policyId())
        .onFailure(Problem.class)
        .transform(failure -> new RefusedEvent("There is no policy of this norm"))
        .call(() -> norms.keep(session, told))
        .chain(
            policy ->
                Multi.createFrom()
                    .iterable(listeners)
                    .onItem()
                    .transformToUniAndConcatenate(listener -> listener.normAgreed(session, policy))
                    .collect()
                    .last());
  }
}
