package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears that the reviews of a cycle are cancelled, all of them. */
@FunctionalInterface
public interface CycleCancelled {

  /** Tells so in the transaction that ends the cancellation. */
  Uni<Void> cancelled(Mutiny.Session session, UUID cycleId);
}
