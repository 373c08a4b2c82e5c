package org.evenhand.bench.report;

import java.util.List;

/** By nearest rank, so the result is a value that was measured. */
public final class Percentile {
  private Percentile() {}

  /**
   * @param percent from 1 to 100
   */
  public static double of(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.get(Math.max(0, rank - 1));
  }
}
