package org.evenhand.review.growth.goal.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.evenhand.review.growth.agreement.AgreementSide;

/** What a caller is to a goal. */
public enum GoalRelation {
  /** Whose goal it is. */
  OWN,
  /** Wrote it and never proposed it, so that nobody else knows of it. */
  AUTHOR,
  /** To whom the assignment reports. */
  MANAGER,
  /** Above whoever the assignment reports to, by LINE. */
  LINE,
  /** Reviews the person for a time in which the goal ran, or acts for whoever does. */
  REVIEWER,
  /** HR that serves the unit, outside of its own chain. */
  HR,
  /** Likewise, in every unit. */
  HR_LEAD,
  /** HR, where nobody is above the person in that assignment: it agrees for the company. */
  ON_BEHALF,
  /** Works in the unit to which the goal is open. */
  UNIT,
  /** Works in the company to which the goal is open. */
  COMPANY;

  /** Those who read what an open goal is about, and no more. */
  private static final Set<GoalRelation> OPEN = EnumSet.of(UNIT, COMPANY);

  private static final Set<GoalRelation> WRITERS = EnumSet.of(OWN, MANAGER, LINE, HR, HR_LEAD);

  /** Whether somebody reads more than what is open to many. */
  public static boolean readsAll(Set<GoalRelation> relations) {
    return !OPEN.containsAll(relations);
  }

  /** Whether somebody may propose goals to the person. */
  public static boolean writes(Set<GoalRelation> relations) {
    return relations.stream().anyMatch(WRITERS::contains);
  }

  /** Whether somebody leads the person in this assignment, or HR does in their place. */
  static boolean leads(Set<GoalRelation> relations) {
    return relations.contains(MANAGER) || relations.contains(ON_BEHALF);
  }

  /** For which side somebody acts; empty for those who only read. */
  public static Optional<AgreementSide> side(Set<GoalRelation> relations) {
    if (relations.contains(OWN)) {
      return Optional.of(AgreementSide.EMPLOYEE);
    }
    return relations.contains(MANAGER) || relations.contains(LINE) || relations.contains(ON_BEHALF)
        ? Optional.of(AgreementSide.MANAGER)
        : Optional.empty();
  }
}
