package org.evenhand.analytics.statistics.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Size;

class CliffsDeltaTest {
  @Example
  void whoeverIsRatedLowerIsBehindAndEqualsAreNot() {
    LevelCounts low = LevelCounts.of(6, 3, 1);
    LevelCounts high = LevelCounts.of(1, 3, 6);

    assertTrue(new CliffsDelta(low, high).isBehind());
    assertFalse(new CliffsDelta(high, low).isBehind());
    assertFalse(new CliffsDelta(low, low).isBehind());
  }

  @Provide
  Arbitrary<LevelCounts> groups() {
    return Arbitraries.longs()
        .between(0, 4)
        .array(long[].class)
        .ofSize(4)
        .filter(counts -> Arrays.stream(counts).sum() > 0)
        .map(LevelCounts::of);
  }

  @Property(tries = 500)
  void onePersonTurnsItRoundIfAnyExchangeOfTwoRatingsDoes(
      @ForAll("groups") LevelCounts focal, @ForAll("groups") LevelCounts reference) {
    CliffsDelta delta = new CliffsDelta(focal, reference);
    long sign = Long.signum(delta.dominance().surplus());
    boolean turns = false;
    for (int a = 1; a <= 4; a++) {
      for (int b = 1; b <= 4; b++) {
        if (focal.at(a) > 0 && reference.at(b) > 0) {
          long after = Dominance.of(focal.moved(a, b), reference.moved(b, a)).surplus();
          turns |= sign != 0 && Long.signum(after) == -sign;
        }
      }
    }
    assertEquals(turns, delta.turnsWithOnePerson());
  }

  @Example
  void aSizeIsReachedAtItsThresholdAndNotJustBelow() {
    assertEquals(Size.NONE, size(10));
    assertEquals(Size.NOTE, size(11));
    assertEquals(Size.NOTE, size(27));
    assertEquals(Size.WARN, size(28));
    assertEquals(Size.WARN, size(42));
    assertEquals(Size.CRITICAL, size(43));
  }

  /** A delta of so many hundredths: one rated higher against 100, the others tied. */
  private static Size size(int hundredths) {
    CliffsDelta delta =
        new CliffsDelta(LevelCounts.of(0, 1), LevelCounts.of(hundredths, 100 - hundredths));
    assertEquals(hundredths / 100.0, delta.value().orElseThrow(), 1e-15);
    return delta.size();
  }

  @Example
  void theIntervalIsThatOfThetaStretchedToDelta() {
    CliffsDelta pain =
        new CliffsDelta(LevelCounts.of(3, 1, 4, 2, 1), LevelCounts.of(11, 2, 0, 1, 0));
    Interval interval = pain.interval().orElseThrow();

    assertEquals(2 * 0.595216864254 - 1, interval.low(), 1e-9);
    assertEquals(2 * 0.982705213668 - 1, interval.high(), 1e-9);
    assertEquals(.95, interval.confidence());
  }

  @Example
  void itIsToldInPairsOfPeople() {
    CliffsDelta delta = new CliffsDelta(LevelCounts.of(6, 4), LevelCounts.of(1, 4));

    assertEquals(
        "of all pairs of a person of the group (10) and one of the reference group (5), the first"
            + " is rated higher in 8.0 % and lower in 48.0 %: a delta of -0.400",
        delta.inWords());
    assertEquals("a delta between -0.28 and 0.28", delta.whatWouldClear(Size.WARN));
  }

  @Example
  void ratingsThatLieApartDoNotHangOnOnePerson() {
    assertFalse(new CliffsDelta(LevelCounts.of(20, 5), LevelCounts.of(5, 20)).turnsWithOnePerson());
    assertTrue(
        new CliffsDelta(LevelCounts.of(11, 10), LevelCounts.of(10, 11)).turnsWithOnePerson());
  }
}
