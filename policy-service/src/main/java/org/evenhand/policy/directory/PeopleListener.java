package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with who works here, and who is away. */
public interface PeopleListener {

  /**
   * In the transaction of the batch that told of them.
   *
   * @param people who are told of anew, or erased
   */
  Uni<Void> peopleChanged(Mutiny.Session session, Collection<UUID> people);
}
