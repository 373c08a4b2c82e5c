package org.evenhand.analytics.directory;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Forgets with the directory whom it has erased. */
public interface ErasureListener {

  /** In the transaction of the batch that told of it; at least one. */
  Uni<Void> erased(Mutiny.Session session, Collection<UUID> employees);
}
