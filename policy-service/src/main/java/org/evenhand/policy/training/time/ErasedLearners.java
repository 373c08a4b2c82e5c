package org.evenhand.policy.training.time;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.TrainingCompletion;
import org.hibernate.reactive.mutiny.Mutiny;

/** With a person who is erased goes what they have completed, and what answers still say of it. */
@ApplicationScoped
class ErasedLearners {

  private final Outbox outbox;
  private final Idempotency idempotency;

  ErasedLearners(Outbox outbox, Idempotency idempotency) {
    this.outbox = outbox;
    this.idempotency = idempotency;
  }

  /**
   * @param gone held by the caller
   */
  Uni<Void> erase(Mutiny.Session session, List<TrainingCompletion> gone) {
    return gone.isEmpty()
        ? Uni.createFrom().voidItem()
        : idempotency
            .takeWords(session, gone.stream().map(TrainingCompletion::id).toList())
            .chain(
                () -> outbox.append(session, gone.stream().map(CompletionFacts::erased).toList()))
            .chain(() -> session.removeAll(gone.toArray()))
            .chain(session::flush);
  }
}
