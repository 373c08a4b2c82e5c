package org.evenhand.review.growth.plan.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evenhand.review.growth.agreement.AgreementSide;

/** What a caller is to a development plan. */
public enum PlanRelation {
  /** Whose plan it is. */
  OWN,
  /** Began it and never proposed it, so that nobody else knows of it. */
  AUTHOR,
  /** To whom the assignment reports. */
  MANAGER,
  /** Above whoever leads the person in this assignment, by LINE. */
  LINE,
  /** Reviews the person, who has cited the plan in that review, or acts for whoever does. */
  REVIEWER,
  /** HR that serves the unit, outside of its own chain. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD,
  /** HR, where the assignment reports to nobody: it agrees for the company. */
  ON_BEHALF;

  private static final Set<PlanRelation> OUTLINE = EnumSet.of(HR, HR_LEAD);

  /**
   * Whether somebody reads the texts, and not only that there is a plan and what is owed for it.
   */
  public static boolean readsTexts(Set<PlanRelation> relations) {
    return !OUTLINE.containsAll(relations);
  }

  public static boolean isHr(Set<PlanRelation> relations) {
    return relations.stream().anyMatch(OUTLINE::contains);
  }

  /** Whether somebody leads the person in this assignment, or HR does in their place. */
  static boolean leads(Set<PlanRelation> relations) {
    return relations.contains(MANAGER) || relations.contains(ON_BEHALF);
  }

  /** For which side somebody acts; empty for those who only read. */
  public static Optional<AgreementSide> side(Set<PlanRelation> relations) {
    if (relations.contains(OWN)) {
      return Optional.of(AgreementSide.EMPLOYEE);
    }
    return relations.contains(MANAGER) || relations.contains(LINE) || relations.contains(ON_BEHALF)
        ? Optional.of(AgreementSide.MANAGER)
        : Optional.empty();
  }
}
