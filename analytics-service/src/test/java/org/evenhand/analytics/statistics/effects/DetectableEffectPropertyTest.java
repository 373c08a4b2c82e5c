package org.evenhand.analytics.statistics.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.tests.MannWhitney;
import org.evenhand.analytics.statistics.tests.PooledZ;

class DetectableEffectPropertyTest {
  private static final DetectableEffect USUAL = DetectableEffect.USUAL;
  private static final LevelCounts FIVE_LEVELS = LevelCounts.of(5, 15, 40, 30, 10);

  @Property(tries = 300)
  void morePeopleShowSmallerEffects(
      @ForAll @LongRange(min = 10, max = 2000) long focal,
      @ForAll @LongRange(min = 10, max = 20_000) long reference,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double rate) {
    double few = USUAL.impactRatio(focal, reference, rate).orElse(-1);
    double many = USUAL.impactRatio(focal * 2, reference, rate).orElse(-1);
    assertTrue(many >= few - 1e-9, few + " " + many);
    assertTrue(many < 1);

    double delta = USUAL.cliffsDelta(focal, reference, FIVE_LEVELS).orElse(2);
    assertTrue(USUAL.cliffsDelta(focal * 2, reference, FIVE_LEVELS).orElse(2) <= delta);
    assertTrue(USUAL.cliffsDelta(focal, reference * 2, FIVE_LEVELS).orElse(2) <= delta);
  }

  @Property(tries = 200)
  void morePowerTakesLargerEffects(
      @ForAll @LongRange(min = 30, max = 2000) long people,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double rate) {
    DetectableEffect certain = new DetectableEffect(0.05, 0.95);
    DetectableEffect strict = new DetectableEffect(0.005, 0.8);
    double usual = USUAL.impactRatio(people, people, rate).orElse(-1);
    assertTrue(certain.impactRatio(people, people, rate).orElse(-1) <= usual);
    assertTrue(strict.impactRatio(people, people, rate).orElse(-1) <= usual);
    double delta = USUAL.cliffsDelta(people, people, FIVE_LEVELS).orElse(2);
    assertTrue(certain.cliffsDelta(people, people, FIVE_LEVELS).orElse(2) >= delta);
  }

  @Property(tries = 200)
  void theStatedRatioHasTheStatedPower(
      @ForAll @LongRange(min = 50, max = 2000) long people,
      @ForAll @DoubleRange(min = 0.2, max = 0.9) double rate) {
    double ratio = USUAL.impactRatio(people, people, rate).orElseThrow();
    assertEquals(0.8, USUAL.powerOfRates(ratio * rate, rate, people, people), 1e-6);
  }

  /** R's power.prop.test(p1 = .6, p2 = .7, power = .8): 356 in each group. */
  @Example
  void aPublishedSampleSizeComesOutAgain() {
    assertEquals(0.6 / 0.7, USUAL.impactRatio(356, 356, 0.7).orElseThrow(), 0.001);
  }

  @Example
  void asManyCasesAreFoundAsStatedWhenTheyAreSimulated() {
    Random random = new Random(20_261_125);
    double rate = 0.4;
    double focal = rate * USUAL.impactRatio(120, 300, rate).orElseThrow();
    int found = 0;
    for (int i = 0; i < 4000; i++) {
      Selection one = draw(random, 120, focal);
      Selection other = draw(random, 300, rate);
      found += PooledZ.of(one, other).p() < 0.05 ? 1 : 0;
    }
    assertEquals(0.8, found / 4000.0, 0.025);
  }

  @Example
  void asManyShiftsOfRatingsAreFoundAsStatedWhenTheyAreSimulated() {
    Random random = new Random(20_261_125);
    double[] reference = {0.05, 0.15, 0.4, 0.3, 0.1};
    double wanted = USUAL.cliffsDelta(80, 160, FIVE_LEVELS).orElseThrow();
    double[] focal = lowered(reference, wanted);
    int found = 0;
    for (int i = 0; i < 2000; i++) {
      CliffsDelta drawn = new CliffsDelta(draw(random, 80, focal), draw(random, 160, reference));
      found += drawn.significance().map(test -> test.p() < 0.05).orElse(false) ? 1 : 0;
    }
    assertEquals(0.8, found / 2000.0, 0.04);
  }

  @Example
  void whatCantBeFoundAtAllIsSaid() {
    assertEquals(OptionalDouble.empty(), USUAL.impactRatio(5, 5, 0.1));
    assertEquals(OptionalDouble.empty(), USUAL.impactRatio(50, 50, 0));
    assertEquals(OptionalDouble.empty(), USUAL.cliffsDelta(1, 3, FIVE_LEVELS));
    assertEquals(OptionalDouble.empty(), USUAL.cliffsDelta(50, 50, LevelCounts.of(0, 9, 0)));
    assertEquals(OptionalDouble.empty(), USUAL.cliffsDelta(50, 50, LevelCounts.of(0, 0, 0)));
  }

  /** In doubles the variance of the all-tied ranks of these sizes is not quite 0. */
  @Example
  void whereAllAreRatedAlikeNothingIsFoundHoweverManyTheyAre() {
    LevelCounts alike = LevelCounts.of(0, 9, 0);
    for (long focal : new long[] {65, 92, 94, 103}) {
      assertEquals(OptionalDouble.empty(), USUAL.cliffsDelta(focal, 1_000_003, alike));
    }
  }

  /** What is said beforehand is the error that the test itself then has. */
  @Property(tries = 200)
  void theSmallestDeltaIsSoManyErrorsOfTheTiedTest(
      @ForAll @Size(4) List<@LongRange(min = 0, max = 40) Long> focal,
      @ForAll @Size(4) List<@LongRange(min = 0, max = 40) Long> reference) {
    LevelCounts one = LevelCounts.of(focal.stream().mapToLong(Long::longValue).toArray());
    LevelCounts other = LevelCounts.of(reference.stream().mapToLong(Long::longValue).toArray());
    Assume.that(one.people() > 0 && other.people() > 0);
    Dominance dominance = Dominance.of(one, other);
    Assume.that(dominance.surplus() != 0);
    double error = dominance.delta() / MannWhitney.of(one, other).orElseThrow().z();
    double wanted = (1.959963985 + 0.841621234) * error;

    assertEquals(
        wanted <= 1 ? wanted : -1,
        USUAL.cliffsDelta(one.people(), other.people(), one.plus(other)).orElse(-1),
        1e-6);
  }

  @Example
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new DetectableEffect(0, 0.8));
    assertThrows(IllegalArgumentException.class, () -> new DetectableEffect(0.05, 0.04));
    assertThrows(IllegalArgumentException.class, () -> USUAL.impactRatio(0, 5, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new DetectableEffect(0.05, 0.05));
    assertThrows(IllegalArgumentException.class, () -> new DetectableEffect(0.05, 1));
    assertThrows(IllegalArgumentException.class, () -> USUAL.impactRatio(5, 5, 1.5));
    assertThrows(IllegalArgumentException.class, () -> USUAL.cliffsDelta(5, 0, FIVE_LEVELS));
  }

  @Example
  void theEndsOfItsDomainAreInside() {
    assertTrue(USUAL.impactRatio(50, 50, 1).orElseThrow() > 0.8);
    assertTrue(USUAL.impactRatio(1, 1_000, 0.5).isEmpty());
    assertTrue(USUAL.cliffsDelta(1, 1_000, FIVE_LEVELS).isEmpty());
    assertTrue(USUAL.cliffsDelta(1_000, 1, FIVE_LEVELS).isEmpty());
  }

  /** Moves a share of everyone one level down, so that delta against the reference is as wanted. */
  private static double[] lowered(double[] reference, double wanted) {
    double low = 0;
    double high = 1;
    double[] moved = reference;
    for (int i = 0; i < 40; i++) {
      double share = (low + high) / 2;
      moved = reference.clone();
      for (int level = 1; level < moved.length; level++) {
        moved[level] -= share * reference[level];
        moved[level - 1] += share * reference[level];
      }
      if (delta(reference, moved) < wanted) {
        low = share;
      } else {
        high = share;
      }
    }
    return moved;
  }

  private static double delta(double[] higher, double[] lower) {
    double delta = 0;
    for (int i = 0; i < higher.length; i++) {
      for (int j = 0; j < lower.length; j++) {
        delta += Math.signum(i - j) * higher[i] * lower[j];
      }
    }
    return delta;
  }

  private static Selection draw(Random random, int people, double rate) {
    int selected = 0;
    for (int i = 0; i < people; i++) {
      selected += random.nextDouble() < rate ? 1 : 0;
    }
    return new Selection(selected, people);
  }

  private static LevelCounts draw(Random random, int people, double[] shares) {
    long[] counts = new long[shares.length];
    for (int i = 0; i < people; i++) {
      double at = random.nextDouble();
      int level = 0;
      while (level < shares.length - 1 && at >= shares[level]) {
        at -= shares[level];
        level++;
      }
      counts[level]++;
    }
    return LevelCounts.of(counts);
  }
}
