package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What people are asked for where nobody else may learn whether and when they did it, and what
 * everybody is asked for without being measured by it. It has no row, no event and no deadline that
 * escalates; it is worked out for the one who asks.
 */
public interface SilentDuties {

  /** What the person has not done yet. */
  Uni<List<Owed>> of(Mutiny.Session session, Worker worker);
}
