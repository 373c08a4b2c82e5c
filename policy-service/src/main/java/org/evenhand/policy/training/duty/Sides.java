package org.evenhand.policy.training.duty;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.policy.training.ModuleTerms;
import org.evenhand.policy.training.Requirement;

/** For which side people count: those who serve a unit as HR, and those who lead somebody. */
record Sides(Set<UUID> serving, Set<UUID> leading) {

  /** Whether somebody does what a module is required for. */
  boolean needs(ModuleTerms terms, UUID person) {
    return terms.requiredFor().stream()
        .anyMatch(each -> (each == Requirement.RATING ? leading : serving).contains(person));
  }

  Side of(UUID person) {
    if (serving.contains(person)) {
      return Side.HR;
    }
    return leading.contains(person) ? Side.MANAGER : Side.EMPLOYEE;
  }
}
