package org.evenhand.calibration.pool;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with the reviews of the pool, on which it rests who is too close to them. */
public interface PoolListener {

  /** In the transaction of the batch that told of them. */
  Uni<Void> reviewsChanged(Mutiny.Session db, Collection<UUID> reviews);
}
