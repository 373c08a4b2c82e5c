package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What follows in the same transaction from what the directory tells. */
public interface DirectoryWatch {

  /**
   * @param left who works here no more
   * @param erased who is to be known no more
   */
  Uni<Void> follow(Mutiny.Session session, Set<UUID> left, Set<UUID> erased);
}
