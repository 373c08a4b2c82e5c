package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;

class KrippendorffAlphaPropertyTest {
  private static final int MISSING = 0;

  /** Two to five raters, two to twelve samples, scores 1..5, one in six missing. */
  @Provide
  Arbitrary<List<List<Integer>>> matrices() {
    Arbitrary<Integer> score = Arbitraries.integers().between(MISSING, 5);
    return Arbitraries.integers()
        .between(2, 5)
        .flatMap(raters -> score.list().ofSize(raters).list().ofMinSize(2).ofMaxSize(12));
  }

  @Property(tries = 400)
  void agreesWithAnIndependentImplementation(
      @ForAll("matrices") List<List<Integer>> matrix, @ForAll Distance distance) {
    Alpha alpha = KrippendorffAlpha.of(given(matrix), distance);
    Assume.that(alpha instanceof Alpha.Defined);
    assertEquals(oracle(matrix, distance), ((Alpha.Defined) alpha).alpha(), 1e-9);
  }

  @Property(tries = 300)
  void isThePairwiseDefinitionWrittenOut(@ForAll("matrices") List<List<Integer>> matrix) {
    Alpha alpha = KrippendorffAlpha.of(given(matrix), Distance.INTERVAL);
    Assume.that(alpha instanceof Alpha.Defined);
    assertEquals(pairByPair(given(matrix)), ((Alpha.Defined) alpha).alpha(), 1e-9);
  }

  @Property(tries = 200)
  void neitherTheOrderOfSamplesNorOfRatersMatters(
      @ForAll("matrices") List<List<Integer>> matrix,
      @ForAll Distance distance,
      @ForAll long seed) {
    List<List<Integer>> shuffled = new ArrayList<>();
    given(matrix)
        .forEach(
            sample -> {
              List<Integer> scores = new ArrayList<>(sample);
              Collections.shuffle(scores, new Random(seed));
              shuffled.add(scores);
            });
    Collections.shuffle(shuffled, new Random(seed));
    assertSame(
        KrippendorffAlpha.of(given(matrix), distance), KrippendorffAlpha.of(shuffled, distance));
  }

  @Property(tries = 200)
  void anOrdinalAlphaSeesTheOrderOfLevelsAndNotTheirLabels(
      @ForAll("matrices") List<List<Integer>> matrix) {
    List<List<Integer>> stretched =
        given(matrix).stream().map(s -> s.stream().map(x -> x * x * 10).toList()).toList();
    assertSame(
        KrippendorffAlpha.of(given(matrix), Distance.ORDINAL),
        KrippendorffAlpha.of(stretched, Distance.ORDINAL));
  }

  @Property(tries = 200)
  void anOrdinalAlphaIsTheSameWithTheScaleUpsideDown(
      @ForAll("matrices") List<List<Integer>> matrix) {
    List<List<Integer>> reversed =
        given(matrix).stream().map(s -> s.stream().map(x -> 6 - x).toList()).toList();
    assertSame(
        KrippendorffAlpha.of(given(matrix), Distance.ORDINAL),
        KrippendorffAlpha.of(reversed, Distance.ORDINAL));
  }

  @Property(tries = 200)
  void anIntervalAlphaIsTheSameInOtherUnits(@ForAll("matrices") List<List<Integer>> matrix) {
    List<List<Integer>> scaled =
        given(matrix).stream().map(s -> s.stream().map(x -> 7 * x - 100).toList()).toList();
    assertSame(
        KrippendorffAlpha.of(given(matrix), Distance.INTERVAL),
        KrippendorffAlpha.of(scaled, Distance.INTERVAL));
  }

  @Property(tries = 200)
  void aSampleWithOneScoreChangesNothing(
      @ForAll("matrices") List<List<Integer>> matrix, @ForAll Distance distance) {
    List<List<Integer>> more = new ArrayList<>(given(matrix));
    more.add(List.of(4));
    more.add(List.of());
    assertSame(KrippendorffAlpha.of(given(matrix), distance), KrippendorffAlpha.of(more, distance));
  }

  @Property(tries = 200)
  void isNeverAboveOneAndOneOnlyWithoutAnyDisagreement(
      @ForAll("matrices") List<List<Integer>> matrix, @ForAll Distance distance) {
    if (KrippendorffAlpha.of(given(matrix), distance) instanceof Alpha.Defined found) {
      boolean unanimous =
          given(matrix).stream().allMatch(sample -> sample.stream().distinct().count() <= 1);
      assertTrue(found.alpha() <= 1);
      assertEquals(unanimous, found.alpha() == 1);
    }
  }

  @Example
  void aRatioScaleHasNoNegativeValues() {
    assertThrows(
        IllegalArgumentException.class,
        () -> KrippendorffAlpha.of(List.of(List.of(-1, 1)), Distance.RATIO));
  }

  /** n₁ = 2, n₂ = n₃ = 1: δ² is (1 + ½)², (1 + 1 + ½)² and (½ + ½)². */
  @Example
  void anOrdinalAlphaWorkedOutByHand() {
    Alpha alpha = KrippendorffAlpha.of(List.of(List.of(1, 2), List.of(1, 3)), Distance.ORDINAL);
    Alpha.Defined found = assertInstanceOf(Alpha.Defined.class, alpha);

    assertEquals(2 * (2.25 + 6.25) / 4, found.observedDisagreement(), 1e-12);
    assertEquals(2 * (2 * 2.25 + 2 * 6.25 + 1) / 12, found.expectedDisagreement(), 1e-12);
    assertEquals(1 - 4.25 / 3, found.alpha(), 1e-12);
  }

  @Example
  void aSingleSampleHasAnAlphaOfZero() {
    for (Distance distance : Distance.values()) {
      Alpha alpha = KrippendorffAlpha.of(List.of(List.of(1, 2, 2, 5), List.of(3)), distance);
      assertEquals(0, assertInstanceOf(Alpha.Defined.class, alpha).alpha(), 1e-12);
    }
  }

  @Example
  void nothingAtAllIsUndefined() {
    Alpha none = KrippendorffAlpha.of(List.of(), Distance.ORDINAL);
    assertEquals(new Alpha.Undefined(Alpha.Reason.NO_PAIRABLE_VALUES), none);
  }

  private static void assertSame(Alpha expected, Alpha actual) {
    if (expected instanceof Alpha.Defined one) {
      assertEquals(one.alpha(), assertInstanceOf(Alpha.Defined.class, actual).alpha(), 1e-9);
    } else {
      assertEquals(expected, actual);
    }
  }

  private static List<List<Integer>> given(List<List<Integer>> matrix) {
    return matrix.stream()
        .map(row -> row.stream().filter(score -> score != MISSING).toList())
        .toList();
  }

  private static double oracle(List<List<Integer>> matrix, Distance distance) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(matrix.get(0).size());
    for (List<Integer> row : matrix) {
      // The oracle counts a lone score among its marginals, so it gets none to count.
      if (row.stream().filter(score -> score != MISSING).count() > 1) {
        study.addItemAsArray(row.stream().map(score -> score == MISSING ? null : score).toArray());
      }
    }
    IDistanceFunction function =
        switch (distance) {
          case NOMINAL -> new NominalDistanceFunction();
          case ORDINAL -> new OrdinalDistanceFunction();
          case INTERVAL -> new IntervalDistanceFunction();
          case RATIO -> new RatioDistanceFunction();
        };
    return new KrippendorffAlphaAgreement(study, function).calculateAgreement();
  }

  private static double pairByPair(List<List<Integer>> samples) {
    List<Integer> pooled = new ArrayList<>();
    double within = 0;
    for (List<Integer> sample : samples) {
      if (sample.size() > 1) {
        pooled.addAll(sample);
        within += squares(sample) / (sample.size() - 1);
      }
    }
    double n = pooled.size();
    return 1 - within / n / (squares(pooled) / (n * (n - 1)));
  }

  private static double squares(List<Integer> scores) {
    double sum = 0;
    for (int a : scores) {
      for (int b : scores) {
        sum += (double) (a - b) * (a - b);
      }
    }
    return sum;
  }
}
