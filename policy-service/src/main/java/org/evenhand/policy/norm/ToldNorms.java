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
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.version.PolicyRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the norms that sessions have agreed on, until they are withdrawn. */
@ApplicationScoped
class ToldNorms implements StateHandler {

  private final NormRepository norms;
  private final PolicyRepository policies;
  private final Idempotency idempotency;
  private final List<NormListener> listeners;

  ToldNorms(
      NormRepository norms,
      PolicyRepository policies,
      Idempotency idempotency,
      @All List<NormListener> listeners) {
    this.norms = norms;
    this.policies = policies;
    this.idempotency = idempotency;
    this.listeners = listeners;
  }

  @Override
  public String topic() {
    return "evenhand.internal.norms";
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    return Multi.createFrom()
        .iterable(states.stream().map(NormTold::of).toList())
        .onItem()
        .transformToUniAndConcatenate(told -> keep(session, told))
        .collect()
        .last()
        .chain(() -> forget(session, erased));
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
                    .transformToUniAndConcatenate(listener -> listener.normTold(session, policy))
                    .collect()
                    .last());
  }

  /** Whoever has read a comment that said one has its words in remembered answers. */
  private Uni<Void> forget(Mutiny.Session session, Set<UUID> gone) {
    return gone.isEmpty()
        ? Uni.createFrom().voidItem()
        : norms.forget(session, gone).chain(comments -> idempotency.takeWords(session, comments));
  }
}
