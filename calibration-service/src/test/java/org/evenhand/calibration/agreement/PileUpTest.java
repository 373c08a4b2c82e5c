package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PileUpTest {

  /** Feinstein and Cicchetti (1990): 85 of 100 alike both times, kappa .70 and .32. */
  private static final long[][] BALANCED = {{40, 9}, {6, 45}};

  private static final long[][] UNBALANCED = {{80, 10}, {5, 5}};

  @Test
  void thePublishedParadoxPilesUpAndItsBalancedTwinDoesNot() {
    assertEquals(0.70, kappa(BALANCED), 0.005);
    assertEquals(0.32, kappa(UNBALANCED), 0.005);
    assertFalse(PileUp.in(samples(BALANCED)));
    assertTrue(PileUp.in(samples(UNBALANCED)));
  }

  @Test
  void itTakesMoreThanTwoThirdsOfBlindPairsAlike() {
    // 82 % in one level, 80 and 20 %: 6,832 and 6,800 of 10,000. 78 and 22 %, 80 and three: less.
    assertTrue(PileUp.in(pairs(82, 6, 6, 6)));
    assertTrue(PileUp.in(pairs(40, 10)));
    assertFalse(PileUp.in(pairs(39, 11)));
    assertFalse(PileUp.in(pairs(40, 4, 3, 3)));
  }

  @Test
  void oneLevelPilesUpAndNothingDoesNot() {
    assertTrue(PileUp.in(pairs(10)));
    assertFalse(PileUp.in(List.of()));
  }

  @Test
  void aSampleThatOneRaterScoredIsNotCounted() {
    List<List<Integer>> samples = new ArrayList<>(pairs(5, 5));
    samples.addAll(Collections.nCopies(100, List.of(1)));

    assertFalse(PileUp.in(samples));
  }

  /** Samples that two raters scored alike, so many of each level. */
  private static List<List<Integer>> pairs(int... counts) {
    List<List<Integer>> samples = new ArrayList<>();
    for (int level = 0; level < counts.length; level++) {
      samples.addAll(Collections.nCopies(counts[level], List.of(level + 1, level + 1)));
    }
    return samples;
  }

  private static List<List<Integer>> samples(long[][] table) {
    List<List<Integer>> samples = new ArrayList<>();
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        samples.addAll(Collections.nCopies((int) table[i][j], List.of(i + 1, j + 1)));
      }
    }
    return samples;
  }

  private static double kappa(long[][] table) {
    return CohenKappa.of(ScorePairs.of(table), OtherWeights.identity(2)).orElseThrow().kappa();
  }
}
