package org.evenhand.review.growth.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnoutTest {

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "4, 2, , ",
    "5, 0, 5, ",
    "9, 4, 5, ",
    "9, 5, 5, ",
    "10, 5, 10, 5",
    "103, 99, 100, ",
    "104, 99, 100, 95",
  })
  void aNumberIsToldInStepsAndNotWhereFewOnEitherSideWouldBeKnownByIt(
      long eligible, long applied, Integer toldEligible, Integer toldApplied) {
    assertEquals(new Turnout(toldEligible, toldApplied), Turnout.of(eligible, applied));
  }
}
