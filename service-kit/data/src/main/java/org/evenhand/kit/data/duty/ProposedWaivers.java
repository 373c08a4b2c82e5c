package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Duties that somebody has proposed to waive, and that wait for a second person to agree. */
public interface ProposedWaivers {

  /** The operations of the first person, where nobody has proposed it yet. */
  List<String> operationsOfFirst();

  /** The operations of the second person. */
  List<String> operationsOfSecond();

  /** The ids of the duties of which the worker may be asked, with the side that has proposed. */
  Uni<Map<UUID, Side>> toDecide(Mutiny.Session session, Worker worker);

  /** Those of the duties that are proposed to be waived. */
  Uni<Set<UUID>> among(Mutiny.Session session, Set<UUID> duties);
}
