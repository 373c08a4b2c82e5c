package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears that people and lines may be others than before. */
@FunctionalInterface
public interface OrgChanges {

  /**
   * Tells that an import has been taken in, in the transaction that ends it; what follows from it
   * has to wait for that.
   */
  Uni<Void> taken(Mutiny.Session session, UUID importId);
}
