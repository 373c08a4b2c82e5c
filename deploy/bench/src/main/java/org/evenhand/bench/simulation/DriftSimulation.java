package org.evenhand.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.monitoring.Cusum;
import org.evenhand.analytics.statistics.monitoring.StandardisedMeans;

/** How long the CUSUM of a group's means stays below its limit, and how soon it sees a shift. */
final class DriftSimulation {
  private static final int BASELINE = 8;
  private static final int WATCHED = 12;
  private static final int LONGEST = 20_000;
  private static final Cusum CUSUM = Cusum.usual(0, 1);

  /** Deviation of one person's rating, in rating points. */
  private static final double DEVIATION = .9;

  private final int series;
  private final SplittableRandom random;

  DriftSimulation(int series, SplittableRandom random) {
    this.series = series;
    this.random = random;
  }

  /**
   * @param people rated in each cycle
   * @param between how much cycles differ beside chance, in standard errors
   * @param shift of the mean after the baseline, in standard errors
   */
  record Drift(String name, int people, double between, double shift) {
    static final List<Drift> ALL =
        List.of(
            new Drift("no drift", 200, 0, 0),
            new Drift("no drift, restless cycles", 200, 1.7, 0),
            new Drift("a shift of 1 standard error", 200, 0, 1),
            new Drift("a shift of 2", 200, 0, 2),
            new Drift("a shift of 3", 200, 0, 3));
  }

  /** The mean number of points to the first signal where the target is known. */
  double runLength() {
    double sum = 0;
    for (int i = 0; i < series; i++) {
      Cusum.Sums sums = Cusum.Sums.NONE;
      int point = 0;
      while (point < LONGEST && !isBeyond(sums)) {
        sums = CUSUM.next(sums, random.nextGaussian());
        point++;
      }
      sum += point;
    }
    return sum / series;
  }

  /** The share of series of known target with a signal within the cycles watched. */
  double signalsOfAKnownTarget() {
    int signals = 0;
    for (int i = 0; i < series; i++) {
      double[] z = random.doubles(WATCHED).map(any -> random.nextGaussian()).toArray();
      signals += CUSUM.firstSignal(z).isPresent() ? 1 : 0;
    }
    return (double) signals / series;
  }

  /** The same share where the target is estimated from a baseline of eight cycles. */
  double signals(Drift drift) {
    int signals = 0;
    for (int i = 0; i < series; i++) {
      List<Moments> groups = new ArrayList<>();
      for (int cycle = 0; cycle < BASELINE + WATCHED; cycle++) {
        double shift = cycle < BASELINE ? 0 : drift.shift();
        groups.add(cycle(drift, shift + drift.between() * random.nextGaussian()));
      }
      double[] later =
          StandardisedMeans.of(groups, BASELINE).orElseThrow().z().stream()
              .skip(BASELINE)
              .mapToDouble(Double::doubleValue)
              .toArray();
      signals += CUSUM.firstSignal(later).isPresent() ? 1 : 0;
    }
    return (double) signals / series;
  }

  private Moments cycle(Drift drift, double standardErrors) {
    double mean = 3.2 + standardErrors * DEVIATION / Math.sqrt(drift.people());
    long[] counts = new long[5];
    for (int i = 0; i < drift.people(); i++) {
      long rating = Math.round(mean + DEVIATION * random.nextGaussian());
      counts[(int) Math.max(1, Math.min(5, rating)) - 1]++;
    }
    return Moments.of(LevelCounts.of(counts));
  }

  private static boolean isBeyond(Cusum.Sums sums) {
    return Math.max(sums.upper(), sums.lower()) > CUSUM.limit();
  }
}
