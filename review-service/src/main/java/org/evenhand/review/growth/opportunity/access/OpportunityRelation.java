package org.evenhand.review.growth.opportunity.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a caller is to an opportunity. */
public enum OpportunityRelation {
  /** Began it, and leads people in its unit. */
  MANAGER,
  /** HR that serves the unit. */
  HR,
  HR_LEAD,
  /** Is to assess who applies. */
  ASSESSOR,
  /** Is eligible by its rule. */
  ELIGIBLE,
  /** Has applied. */
  APPLICANT;

  private static final Set<OpportunityRelation> OF_HR = EnumSet.of(HR, HR_LEAD);

  public static boolean isHr(Set<OpportunityRelation> relations) {
    return !Collections.disjoint(relations, OF_HR);
  }

  static boolean keeps(Set<OpportunityRelation> relations) {
    return isHr(relations) || relations.contains(MANAGER);
  }
}
