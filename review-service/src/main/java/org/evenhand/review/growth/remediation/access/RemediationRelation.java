package org.evenhand.review.growth.remediation.access;

import java.util.Set;

/** What a caller is to a remediation plan. No line above, session, panel or reviewer is one. */
public enum RemediationRelation {
  /** Whose plan it is, once HR has found what has to be there. */
  OWN,
  /** To whom the assignment reports. */
  MANAGER,
  /** Asked by the person to accompany them, and accompanies them if they agree. */
  COMPANION,
  /** HR that serves the unit, outside of its own chain. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD;

  public static boolean isHr(Set<RemediationRelation> relations) {
    return relations.contains(HR) || relations.contains(HR_LEAD);
  }
}
