package org.evenhand.review.appeal.access;

import java.util.EnumSet;
import java.util.Set;

/** What a caller is to an appeal. */
public enum AppealRelation {
  APPELLANT,
  /** Named by the appellant: reads what they read. */
  COMPANION,
  /** Whose rating it is about; from the admission on. */
  REVIEWER,
  /** Sits in the panel. */
  PANEL,
  /** Looks at it anew. */
  REASSESSOR,
  /** HR that serves the unit, outside of its own chain and free of whoever rated. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD,
  /** HR, where the appellant has left: it does for them what they can't do any more. */
  ON_BEHALF,
  /** Reads that steps were taken. */
  AUDITOR;

  private static final Set<AppealRelation> PARTIES =
      EnumSet.of(APPELLANT, COMPANION, REVIEWER, PANEL, REASSESSOR);
  private static final Set<AppealRelation> DOORS = EnumSet.of(HR, HR_LEAD, ON_BEHALF);

  /** Whoever has a part in it goes through no door beside: a panel would not be blind. */
  static Set<AppealRelation> withoutDoorsOfParties(Set<AppealRelation> found) {
    if (found.stream().anyMatch(PARTIES::contains)) {
      found.removeAll(DOORS);
    }
    return found;
  }
}
