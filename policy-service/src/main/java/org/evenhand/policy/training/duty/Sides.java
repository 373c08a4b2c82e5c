package org.evenhand.policy.training.duty;

import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.duty.Side;

/** For which side people count: those who serve a unit as HR, and those who lead somebody. */
record Sides(Set<UUID> serving, Set<UUID> leading) {

  Side of(UUID person) {
    if (serving.contains(person)) {
      return Side.HR;
    }
    return leading.contains(person) ? Side.MANAGER : Side.EMPLOYEE;
  }
}
