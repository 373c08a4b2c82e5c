package org.evenhand.analytics.directory;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with where persons work. */
public interface PersonsListener {

  /**
   * In the transaction of the batch that told of them.
   *
   * @param employees who may work elsewhere now
   */
  Uni<Void> personsMoved(Mutiny.Session session, Collection<UUID> employees);
}
