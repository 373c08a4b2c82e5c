package org.evenhand.review.growth.opportunity.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a caller is to an application. */
public enum ApplicationRelation {
  /** Whose it is. */
  OWN,
  /** Is to assess it, and has no line to the applicant. */
  ASSESSOR,
  /** Began the opportunity, leads in its unit, and has no line to the applicant. */
  MANAGER,
  /** HR that serves the unit of the opportunity, without a line to the applicant. */
  HR,
  HR_LEAD,
  /** Leads the applicant, and has been told that they were offered it. */
  LINE_MANAGER;

  private static final Set<ApplicationRelation> DECIDERS = EnumSet.of(MANAGER, HR, HR_LEAD);
  private static final Set<ApplicationRelation> OF_HR = EnumSet.of(HR, HR_LEAD);

  public static boolean isHr(Set<ApplicationRelation> relations) {
    return !Collections.disjoint(relations, OF_HR);
  }

  public static boolean decides(Set<ApplicationRelation> relations) {
    return !Collections.disjoint(relations, DECIDERS);
  }

  /** Whether somebody is the applicant, or leads them, and so knows when they are on leave. */
  public static boolean areTold(Set<ApplicationRelation> relations) {
    return relations.contains(OWN) || relations.contains(LINE_MANAGER);
  }

  /** Whether somebody reads applications to find out what becomes of them. */
  public static boolean reads(Set<ApplicationRelation> relations) {
    return decides(relations) || relations.contains(ASSESSOR);
  }
}
