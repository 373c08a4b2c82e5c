package org.evenhand.review.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * By when the present step is owed.
 *
 * @param at when the day ends at the place
 * @param place where whoever owes it works
 */
@Embeddable
public record StepDue(
    @Column(name = "step_due_on") LocalDate on,
    @Column(name = "step_due_at") Instant at,
    @Column(name = "step_place") String place) {

  public boolean isOver(Instant now) {
    return !now.isBefore(at);
  }

  public static StepDue later(StepDue one, StepDue other) {
    return other.at().isAfter(one.at()) ? other : one;
  }
}
