package org.evenhand.review.growth.checklist.access;

import java.util.EnumSet;
import java.util.Set;

/** What a caller is to a checklist. */
public enum ChecklistRelation {
  /** Whom it is about. */
  OWN,
  /** To whom the assignment reports. */
  MANAGER,
  /** Named to accompany the person: sees what is theirs to do, and for whom. */
  BUDDY,
  /** HR that serves the unit, outside of its own chain. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD;

  /** Whether somebody reads all of it, and not only what a buddy has to do. */
  public static boolean readsAll(Set<ChecklistRelation> relations) {
    return !relations.equals(EnumSet.of(BUDDY));
  }

  public static boolean isHr(Set<ChecklistRelation> relations) {
    return relations.contains(HR) || relations.contains(HR_LEAD);
  }
}
