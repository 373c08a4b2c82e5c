package org.evenhand.calibration.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A percentile bootstrap interval of alpha: samples are drawn with replacement, raters stay as they
 * are.
 *
 * <p>The sample is what is exchangeable here (another session would discuss other samples with the
 * same raters), hence it is what is resampled. Source: B. Efron and R. Tibshirani, <em>An
 * Introduction to the Bootstrap</em> (1993), chapter 13; quantiles are Hyndman and Fan's type 7.
 * The draw uses {@link Random}, whose algorithm is part of the Java specification: the same seed
 * gives the same interval on every machine.
 *
 * @param low the lower limit
 * @param high the upper limit, at most 1
 * @param confidence for example 0.95
 * @param replicates how many resamples were drawn
 * @param undefinedReplicates how many of them had no alpha and were left out
 * @param seed what the draw started from
 */
public record AlphaInterval(
    double low,
    double high,
    double confidence,
    int replicates,
    int undefinedReplicates,
    long seed) {

  /**
   * Draws the interval.
   *
   * <p>Empty when alpha itself is undefined, with a single pairable sample (drawn again it is
   * always itself), and when more than one replicate in ten is undefined: then too few samples vary
   * for an interval to mean anything. Where no sample is disputed every replicate is 1, and so are
   * both limits: the bootstrap can't tell of disagreement that it never saw.
   *
   * @throws IllegalArgumentException fewer than 2 replicates, or a confidence not between 0 and 1
   */
  public static Optional<AlphaInterval> bootstrap(
      List<? extends List<Integer>> samples,
      Distance distance,
      double confidence,
      int replicates,
      long seed) {
    if (replicates < 2 || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "At least 2 replicates and a confidence between 0 and 1, not "
              + replicates
              + " and "
              + confidence);
    }
    List<List<Integer>> pairable = new ArrayList<>();
    for (List<Integer> sample : samples) {
      if (sample.size() > 1) {
        pairable.add(sample);
      }
    }
    if (pairable.size() < 2
        || KrippendorffAlpha.of(pairable, distance) instanceof Alpha.Undefined) {
      return Optional.empty();
    }
    double[] alphas = resample(pairable, distance, replicates, new Random(seed));
    int undefined = replicates - alphas.length;
    if (undefined > replicates / 10) {
      return Optional.empty();
    }
    double tail = (1 - confidence) / 2;
    return Optional.of(
        new AlphaInterval(
            quantile(alphas, tail),
            quantile(alphas, 1 - tail),
            confidence,
            replicates,
            undefined,
            seed));
  }

  private static double[] resample(
      List<List<Integer>> samples, Distance distance, int replicates, Random random) {
    double[] alphas = new double[replicates];
    int defined = 0;
    for (int replicate = 0; replicate < replicates; replicate++) {
      List<List<Integer>> drawn = new ArrayList<>(samples.size());
      for (int i = 0; i < samples.size(); i++) {
        drawn.add(samples.get(random.nextInt(samples.size())));
      }
      if (KrippendorffAlpha.of(drawn, distance) instanceof Alpha.Defined found) {
        alphas[defined++] = found.alpha();
      }
    }
    double[] sorted = Arrays.copyOf(alphas, defined);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Hyndman and Fan's type 7: the values stand at equal steps from 0 to 1, joined by lines. */
  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
