package org.evenhand.kit.data.due;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What to do when something falls due. Runs in a transaction that also removes the row, so it takes
 * effect once; it may schedule itself anew. When it fails it is tried again, at growing intervals.
 */
public interface DueTask {

  String kind();

  Uni<Void> run(Mutiny.Session session, UUID subject);

  /**
   * The same, for a task that gives up some time.
   *
   * @param failures how often it has failed since it was scheduled
   */
  default Uni<Void> run(Mutiny.Session session, UUID subject, int failures) {
    return run(session, subject);
  }
}
