package org.evenhand.review.growth.checkin;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/**
 * What came about with a check-in, as the journal takes it: that a step was taken, by whom, and
 * where it led. Words stay with the check-in, and no subscriber hears of it.
 */
public final class CheckInFacts {

  /** The audit's name for a check-in. */
  public static final String AGGREGATE = "check-in";

  private CheckInFacts() {}

  public static Fact noted(CheckIn checkIn, String what) {
    return Fact.noted(
        AGGREGATE,
        checkIn.id(),
        what,
        Map.of("state", checkIn.state(), "version", checkIn.version()));
  }
}
