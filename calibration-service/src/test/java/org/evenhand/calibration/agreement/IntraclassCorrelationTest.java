package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntraclassCorrelationTest {
  @Test
  void ratersWhoDifferOnlyInSeverityAgreeFullyOnceItIsSetAside() {
    int[][] scores = {{1, 2}, {2, 3}, {4, 5}};
    IntraclassCorrelation found = IntraclassCorrelation.of(scores);

    assertEquals(0, found.residual());
    assertEquals(1, found.threeSingle().orElseThrow());
    assertTrue(found.twoSingle().orElseThrow() < 1);
  }

  @Test
  void perfectAgreementIsOneInEveryForm() {
    IntraclassCorrelation found = IntraclassCorrelation.of(new int[][] {{1, 1}, {3, 3}, {5, 5}});

    assertEquals(1, found.oneSingle().orElseThrow());
    assertEquals(1, found.twoSingle().orElseThrow());
    assertEquals(1, found.threeMean().orElseThrow());
  }

  @Test
  void whereNothingVariesThereIsNone() {
    IntraclassCorrelation found = IntraclassCorrelation.of(new int[][] {{3, 3}, {3, 3}});

    assertTrue(found.oneSingle().isEmpty());
    assertTrue(found.twoMean().isEmpty());
    assertTrue(found.threeMean().isEmpty());
  }

  @Test
  void whereRatersOnlyContradictEachOtherTheirMeanHasNone() {
    // (MSB − MSE) / (MSB + (MSJ − MSE)/n) would be 2 here: both are below 0.
    IntraclassCorrelation found = IntraclassCorrelation.of(new int[][] {{1, 2}, {2, 1}});

    assertTrue(found.twoMean().isEmpty());
    assertTrue(found.twoSingle().isEmpty());
    assertEquals(-1, found.oneSingle().orElseThrow());
    assertEquals(-1, found.threeSingle().orElseThrow());
  }

  @Test
  void noCoefficientIsAboveOne() {
    Random random = new Random(20_261_125);
    for (int i = 0; i < 2000; i++) {
      int raters = 2 + random.nextInt(3);
      int[][] scores = new int[2 + random.nextInt(4)][raters];
      for (int[] sample : scores) {
        Arrays.setAll(sample, rater -> 1 + random.nextInt(3));
      }
      IntraclassCorrelation found = IntraclassCorrelation.of(scores);
      for (OptionalDouble coefficient :
          List.of(
              found.oneSingle(),
              found.twoSingle(),
              found.threeSingle(),
              found.oneMean(),
              found.twoMean(),
              found.threeMean())) {
        assertTrue(coefficient.orElse(1) <= 1 + 1e-12, () -> Arrays.deepToString(scores));
      }
    }
  }

  @Test
  void aMillionSamplesDoNotOverflow() {
    int[][] few = {{1, 2, 2}, {3, 5, 4}, {4, 4, 5}, {2, 1, 3}};
    int[][] many = new int[1_000_000][];
    Arrays.setAll(many, i -> few[i % few.length]);
    IntraclassCorrelation found = IntraclassCorrelation.of(many);

    // Mean squares within samples and between them don't depend on the number of samples, but for
    // n − 1 in place of n.
    IntraclassCorrelation once = IntraclassCorrelation.of(few);
    assertEquals(once.withinSamples(), found.withinSamples(), 1e-9);
    assertEquals(once.betweenSamples() * 3 / 4, found.betweenSamples(), 1e-4);
  }

  @Test
  void sumsThatNoLongCanHoldAreRefusedRatherThanWrong() {
    int[][] scores = {{Integer.MAX_VALUE, 1}, {1, Integer.MAX_VALUE}};

    assertThrows(ArithmeticException.class, () -> IntraclassCorrelation.of(scores));
  }

  @Test
  void everyRaterScoredEverySample() {
    assertThrows(
        IllegalArgumentException.class, () -> IntraclassCorrelation.of(new int[][] {{1, 2}, {1}}));
    assertThrows(
        IllegalArgumentException.class, () -> IntraclassCorrelation.of(new int[][] {{1, 2}}));
  }

  @Test
  void aRoomSplitInTwoAgreesLessThanOneThatScoresAtRandom() {
    WithinGroupAgreement split = WithinGroupAgreement.of(List.of(1, 1, 5, 5), 5);

    assertEquals(0, split.rwg());
    assertTrue(split.rwgUntruncated() < -1);
    assertEquals(-1, split.awg(), 1e-12);
  }

  @Test
  void agreementOnASampleStaysInItsRangeToTheDigit() {
    for (int levels = 2; levels <= 7; levels++) {
      for (int low = 1; low <= levels; low++) {
        for (int high = low; high <= levels; high++) {
          for (int raters = 2; raters <= 9; raters++) {
            List<Integer> scores = new ArrayList<>(Collections.nCopies(raters - 1, low));
            scores.add(high);
            WithinGroupAgreement found = WithinGroupAgreement.of(scores, levels);
            assertTrue(found.awg() >= -1 && found.awg() <= 1, () -> scores + " " + found);
            assertTrue(found.rwg() >= 0 && found.rwg() <= 1, () -> scores + " " + found);
          }
        }
      }
    }
    assertEquals(8, WithinGroupAgreement.of(List.of(1, 5), 5).variance());
    assertEquals(-3, WithinGroupAgreement.of(List.of(1, 5), 5).rwgUntruncated());
  }

  @Test
  void agreementAtTheEndOfTheScaleIsAgreement() {
    WithinGroupAgreement top = WithinGroupAgreement.of(List.of(5, 5, 5), 5);

    assertEquals(1, top.rwg());
    assertEquals(1, top.awg());
    assertThrows(IllegalArgumentException.class, () -> WithinGroupAgreement.of(List.of(5), 5));
    assertThrows(IllegalArgumentException.class, () -> WithinGroupAgreement.of(List.of(5, 6), 5));
  }
}
