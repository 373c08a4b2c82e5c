package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with who holds which training. */
public interface TrainingListener {

  /** In the transaction of the batch that told of these people's. */
  Uni<Void> trainingChanged(Mutiny.Session session, Collection<UUID> people);
}
