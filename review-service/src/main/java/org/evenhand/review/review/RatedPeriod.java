package org.evenhand.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * The part of the cycle's period in which this person held this assignment, both days included.
 * What was seen outside of it is no evidence.
 */
@Embeddable
public record RatedPeriod(
    @Column(name = "rated_from") LocalDate from, @Column(name = "rated_to") LocalDate to) {

  /** From the earlier first day to the later last one. */
  public RatedPeriod extendedTo(RatedPeriod other) {
    return new RatedPeriod(
        from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
