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
}
