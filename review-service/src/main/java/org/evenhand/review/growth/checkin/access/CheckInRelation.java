package org.evenhand.review.growth.checkin.access;

import java.util.Optional;
import java.util.Set;
import org.evenhand.review.growth.checkin.Party;

/** What a caller is to a check-in. No role makes anybody something to it. */
public enum CheckInRelation {
  EMPLOYEE,
  /** With whom it is, or was. */
  MANAGER,
  /** Leads the person now, who has let them read what was shared with those before. */
  SUCCESSOR;

  /** As which of the two somebody acts; empty for a successor, who only reads. */
  public static Optional<Party> party(Set<CheckInRelation> relations) {
    if (relations.contains(EMPLOYEE)) {
      return Optional.of(Party.EMPLOYEE);
    }
    return relations.contains(MANAGER) ? Optional.of(Party.MANAGER) : Optional.empty();
  }
}
