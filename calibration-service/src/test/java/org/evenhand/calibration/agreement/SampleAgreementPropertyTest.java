package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SampleAgreementPropertyTest {
  private static final int LEVELS = 5;

  @Provide
  Arbitrary<List<Integer>> samples() {
    return Arbitraries.integers().between(1, LEVELS).list().ofMinSize(3).ofMaxSize(9);
  }

  @Property(tries = 300)
  void theLevelIsWhereTheExactValueOfRwgLies(@ForAll("samples") List<Integer> scores) {
    assertEquals(expected(exactRwg(scores)), level(scores));
  }

  @Property(tries = 200)
  void neitherTheOrderOfTheScoresNorTheEndOfTheScaleTheyLieAtMatters(
      @ForAll("samples") List<Integer> scores, @ForAll Random random) {
    List<Integer> shuffled = new ArrayList<>(scores);
    Collections.shuffle(shuffled, random);
    List<Integer> mirrored = scores.stream().map(score -> LEVELS + 1 - score).toList();

    assertEquals(SampleAgreement.of(scores, LEVELS), SampleAgreement.of(shuffled, LEVELS));
    assertEquals(level(scores), level(mirrored));
  }

  @Property(tries = 200)
  void theSameScoresAreLessDisputedOnALongerScale(@ForAll("samples") List<Integer> scores) {
    SampleAgreement here = SampleAgreement.of(scores, LEVELS).orElseThrow();
    SampleAgreement longer = SampleAgreement.of(scores, LEVELS + 2).orElseThrow();

    assertTrue(longer.rwg() >= here.rwg());
    assertTrue(longer.level().compareTo(here.level()) <= 0);
    assertEquals(here.meanAbsoluteDeviation(), longer.meanAbsoluteDeviation());
  }

  @Example
  void aSampleOnTheLineIsNotBelowIt() {
    // Variances of .6, 1 and 1.4 against the 2 of scores at random.
    assertEquals(DisputeLevel.NONE, level(List.of(2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4)));
    assertEquals(DisputeLevel.NOTE, level(List.of(2, 3, 4)));
    assertEquals(DisputeLevel.WARN, level(List.of(1, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5)));
  }

  @Example
  void levelsOfThreeRaters() {
    assertEquals(DisputeLevel.NONE, level(List.of(3, 3, 3)));
    assertEquals(DisputeLevel.NONE, level(List.of(3, 3, 4)));
    assertEquals(DisputeLevel.WARN, level(List.of(3, 3, 5)));
    assertEquals(DisputeLevel.CRITICAL, level(List.of(2, 3, 5)));
  }

  @Example
  void whatIsMeasuredOfASample() {
    SampleAgreement found = SampleAgreement.of(List.of(2, 3, 4), LEVELS).orElseThrow();

    assertEquals(0.5, found.rwg(), 1e-12);
    assertEquals(2.0 / 3, found.meanAbsoluteDeviation(), 1e-12);
    assertEquals(DisputeLevel.NOTE, found.level());
  }

  @Example
  void twoScoresAreADifferenceAndNoGroup() {
    assertEquals(Optional.empty(), SampleAgreement.of(List.of(1, 5), LEVELS));
    assertEquals(Optional.empty(), SampleAgreement.of(List.of(), LEVELS));
  }

  @Example
  void aScoreOutsideTheScaleIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> SampleAgreement.of(List.of(1, 2, 6), LEVELS));
  }

  private static DisputeLevel level(List<Integer> scores) {
    return SampleAgreement.of(scores, LEVELS).orElseThrow().level();
  }

  private static DisputeLevel expected(BigDecimal rwg) {
    if (rwg.compareTo(new BigDecimal("0.30")) < 0) {
      return DisputeLevel.CRITICAL;
    }
    if (rwg.compareTo(new BigDecimal("0.50")) < 0) {
      return DisputeLevel.WARN;
    }
    return rwg.compareTo(new BigDecimal("0.70")) < 0 ? DisputeLevel.NOTE : DisputeLevel.NONE;
  }

  /** 1 − s² / 2, as the definition says it, in thirty digits. */
  private static BigDecimal exactRwg(List<Integer> scores) {
    long n = scores.size();
    long sum = scores.stream().mapToLong(Integer::longValue).sum();
    BigDecimal squares =
        scores.stream()
            .map(score -> BigDecimal.valueOf(n * score - sum).pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal variance = squares.divide(BigDecimal.valueOf(n * n * (n - 1)), new MathContext(30));
    return BigDecimal.ONE
        .subtract(variance.divide(BigDecimal.valueOf(2), new MathContext(30)))
        .round(new MathContext(25));
  }
}
