package org.evenhand.calibration.directory;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with who works here, and for whom. */
public interface PeopleListener {

  /**
   * In the transaction of the batch that told of them.
   *
   * @param people who are told of anew, or erased
   */
  Uni<Void> peopleChanged(Mutiny.Session db, Collection<UUID> people);
}
