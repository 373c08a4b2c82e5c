package org.evenhand.calibration.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The coincidence matrix of a set of samples: how often two scores of one sample fell on each pair
 * of values.
 *
 * <p>o_ck = Σ_u n_uc · (n_uk − [c = k]) / (m_u − 1), with m_u the scores of sample u. A sample with
 * a single score can be paired with nothing, so it is left out <em>before</em> the marginals are
 * counted; leaving it in is a known mistake of other implementations.
 *
 * <p>Marginals and the number of pairable values are exact integers; the cells are fractions.
 * Values are those that occur in a pairable score, ascending. Source: Krippendorff (2011), section
 * C.
 */
public final class Coincidences {
  private final int[] values;
  private final long[] marginals;
  private final double[][] cells;
  private final long pairable;

  private Coincidences(int[] values, long[] marginals, double[][] cells, long pairable) {
    this.values = values;
    this.marginals = marginals;
    this.cells = cells;
    this.pairable = pairable;
  }

  /**
   * Counts the samples, each given as its scores in any order; an empty sample is allowed.
   *
   * <p>Cost: linear in the scores, plus the square of the number of different values in a sample.
   */
  public static Coincidences of(List<? extends List<Integer>> samples) {
    List<SortedMap<Integer, Long>> tallies = new ArrayList<>();
    SortedMap<Integer, Long> totals = new TreeMap<>();
    for (List<Integer> sample : samples) {
      if (sample.size() < 2) {
        continue;
      }
      SortedMap<Integer, Long> tally = new TreeMap<>();
      for (Integer score : sample) {
        tally.merge(score, 1L, Long::sum);
        totals.merge(score, 1L, Long::sum);
      }
      tallies.add(tally);
    }
    int[] values = totals.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] marginals = totals.values().stream().mapToLong(Long::longValue).toArray();
    double[][] cells = new double[values.length][values.length];
    for (SortedMap<Integer, Long> tally : tallies) {
      addPairs(cells, values, tally);
    }
    return new Coincidences(values, marginals, cells, Arrays.stream(marginals).sum());
  }

  private static void addPairs(double[][] cells, int[] values, SortedMap<Integer, Long> tally) {
    long others = tally.values().stream().mapToLong(Long::longValue).sum() - 1;
    tally.forEach(
        (first, n) -> {
          int c = Arrays.binarySearch(values, first);
          tally.forEach(
              (second, m) -> {
                int k = Arrays.binarySearch(values, second);
                cells[c][k] += n * (c == k ? m - 1 : m) / (double) others;
              });
        });
  }

  /** How many different values occur among the pairable scores. */
  public int size() {
    return values.length;
  }

  /** The value at a position, ascending. */
  public int value(int position) {
    return values[position];
  }

  /** How many pairable scores have the value at a position. */
  public long marginal(int position) {
    return marginals[position];
  }

  /** The coincidences of the values at two positions. */
  double cell(int c, int k) {
    return cells[c][k];
  }

  /** How many scores stand in a sample with at least one other: the n of alpha. */
  public long pairable() {
    return pairable;
  }

  /** Do: the mean δ² within samples. Needs a pairable value. */
  double observedDisagreement(Distance distance) {
    double sum = 0;
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < values.length; k++) {
        sum += cell(c, k) * distance.squared(this, c, k);
      }
    }
    return sum / pairable;
  }

  /** De: the mean δ² when the same scores are paired blindly. Needs a pairable value. */
  double expectedDisagreement(Distance distance) {
    double sum = 0;
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < values.length; k++) {
        sum += (double) marginals[c] * marginals[k] * distance.squared(this, c, k);
      }
    }
    return sum / ((double) pairable * (pairable - 1));
  }
}
