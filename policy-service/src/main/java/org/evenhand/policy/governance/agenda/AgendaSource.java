package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/** Something that HR and managers have to look at together. A further one is a further class. */
interface AgendaSource {

  /**
   * @param review for which the agenda is prepared
   * @param since what has been told before is old, and stays off the agenda; what is open never is
   */
  Uni<List<AgendaItem>> items(Mutiny.Session session, GovernanceReview review, Instant since);
}
