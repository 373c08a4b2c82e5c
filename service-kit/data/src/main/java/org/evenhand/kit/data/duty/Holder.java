package org.evenhand.kit.data.duty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who owes a duty, or looks after one that is late: a person, or whoever has a role for a unit.
 *
 * @param person our id; null for a role
 * @param role as tokens name it, such as {@code hr}; null for a person
 * @param unit the unit for which the role acts; null for all
 */
public record Holder(@Nullable UUID person, @Nullable String role, @Nullable String unit) {

  /** Nobody is there who could act. It is no gap to be passed over: a vacant duty escalates. */
  public static final Holder VACANT = new Holder(null, null, null);

  public static Holder of(@Nullable UUID person) {
    return new Holder(person, null, null);
  }

  public static Holder role(String role, @Nullable String unit) {
    return new Holder(null, role, unit);
  }

  boolean isRoleOf(Worker worker) {
    return role != null
        && worker.roles().contains(role)
        && (unit == null || worker.hrUnits().contains(unit));
  }

  public boolean isVacant() {
    return person == null && role == null;
  }
}
