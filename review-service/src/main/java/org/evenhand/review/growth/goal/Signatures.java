package org.evenhand.review.growth.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** What both sides have signed. */
public record Signatures(@Nullable Signature employee, @Nullable Signature manager) {

  static final Signatures NONE = new Signatures(null, null);

  public @Nullable Signature of(GoalSide side) {
    return side == GoalSide.EMPLOYEE ? employee : manager;
  }

  public boolean has(GoalSide side) {
    return of(side) != null;
  }

  Signatures with(GoalSide side, Signature signature) {
    return side == GoalSide.EMPLOYEE
        ? new Signatures(signature, manager)
        : new Signatures(employee, signature);
  }

  @JsonIgnore
  boolean isComplete() {
    return employee != null && manager != null;
  }
}
