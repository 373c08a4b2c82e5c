package org.evenhand.review.sharing;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears that results of a cycle have been shared. */
@FunctionalInterface
public interface ResultsShared {

  /**
   * Tells so in the transaction that ends a round. A cycle may have several, and one may be told
   * again.
   */
  Uni<Void> shared(Mutiny.Session session, UUID cycleId);
}
