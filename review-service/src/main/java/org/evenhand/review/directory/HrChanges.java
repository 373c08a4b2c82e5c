package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears that somebody serves other units as HR than before. */
@FunctionalInterface
public interface HrChanges {

  /** Tells it in the transaction that assigns them; what follows from it has to wait for that. */
  Uni<Void> assigned(Mutiny.Session session, UUID hr);
}
