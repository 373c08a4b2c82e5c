package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with what training there is, and who holds which. */
public interface TrainingListener {

  /** In the transaction of the batch that told of these people's. */
  Uni<Void> trainingChanged(Mutiny.Session session, Collection<UUID> people);

  /**
   * Modules were offered, changed or retired.
   *
   * @param offered when the first of them was offered
   */
  Uni<Void> modulesChanged(Mutiny.Session session, Instant offered);
}
