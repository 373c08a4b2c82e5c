package org.evenhand.policy.governance;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Something that HR and managers have to look at together. A further one is a further class. */
interface AgendaSource {

  /**
   * @param review for which the agenda is prepared
   */
  Uni<List<AgendaItem>> items(Mutiny.Session session, GovernanceReview review);
}
