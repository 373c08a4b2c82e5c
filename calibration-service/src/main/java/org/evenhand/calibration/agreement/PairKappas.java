package org.evenhand.calibration.agreement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the quadratic weighted kappas of the pairs of raters lie: one who reads the anchors otherwise
 * pulls the lowest down and leaves the highest, anchors that all read in their own way pull all
 * three down.
 *
 * <p>A kappa of a pair tells something that scores without names don't: which scores of several
 * samples are of the same hand. So no single one is told, the figures are rounded down to steps of
 * .1 from 0 to .8, which stand for "0 or below" and ".8 or more", and there are none unless enough
 * samples are disputed to hide in. Whether there are any follows from what may be seen without
 * names alone, so that their absence tells nothing either. That isn't secrecy: if one rater differs
 * from all others nearly always, the figures say so. They are for those who hold a session.
 *
 * @param pairs how many pairs had enough samples in common
 * @param lowest in steps of .1, as the others
 */
public record PairKappas(int pairs, double lowest, double median, double highest) {

  private static final int LEAST_SAMPLES = 10;
  private static final int LEAST_PAIRS = 3;

  /** Below five, as below the least group elsewhere, what is told of all is told of few. */
  private static final int LEAST_DISPUTED = 5;

  private static final double MOST = 0.8;

  /**
   * Measures the pairs that share at least ten samples; empty with fewer than three such pairs, or
   * fewer than five samples on which raters differ. Scores that {@linkplain PileUp pile up} are not
   * for kappa: ask that first.
   *
   * @param raters the ordinals of each, by place of the sample, the same places for all; null where
   *     there is none
   * @param levels of the scale
   */
  public static Optional<PairKappas> of(
      List<? extends List<@Nullable Integer>> raters, int levels) {
    if (disputed(raters) < LEAST_DISPUTED) {
      return Optional.empty();
    }
    List<Double> kappas = new ArrayList<>();
    for (int i = 0; i < raters.size(); i++) {
      for (int j = i + 1; j < raters.size(); j++) {
        kappa(raters.get(i), raters.get(j), levels).ifPresent(kappas::add);
      }
    }
    if (kappas.size() < LEAST_PAIRS) {
      return Optional.empty();
    }
    double[] sorted = kappas.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int last = sorted.length - 1;
    double median = (sorted[last / 2] + sorted[(last + 1) / 2]) / 2;
    return Optional.of(
        new PairKappas(sorted.length, step(sorted[0]), step(median), step(sorted[last])));
  }

  /** How many samples got different scores. */
  private static long disputed(List<? extends List<@Nullable Integer>> raters) {
    int samples = raters.stream().mapToInt(List::size).max().orElse(0);
    long disputed = 0;
    for (int sample = 0; sample < samples; sample++) {
      Set<Integer> given = new HashSet<>();
      for (List<@Nullable Integer> rater : raters) {
        Integer score = rater.get(sample);
        if (score != null) {
          given.add(score);
        }
      }
      disputed += given.size() > 1 ? 1 : 0;
    }
    return disputed;
  }

  private static Optional<Double> kappa(
      List<@Nullable Integer> first, List<@Nullable Integer> second, int levels) {
    List<Integer> ones = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int sample = 0; sample < first.size(); sample++) {
      Integer one = first.get(sample);
      Integer other = second.get(sample);
      if (one != null && other != null) {
        ones.add(one);
        others.add(other);
      }
    }
    if (ones.size() < LEAST_SAMPLES) {
      return Optional.empty();
    }
    // Two who gave everything one level have no kappa. They agree, and leaving them out would tell
    // of them.
    return Optional.of(
        CohenKappa.of(ScorePairs.of(ones, others, levels), Weights.quadratic(levels))
            .map(CohenKappa::kappa)
            .orElse(1.0));
  }

  private static double step(double kappa) {
    // The last digits of a sum must not push a kappa of exactly .7 below its step.
    return Math.floor(Math.max(0, Math.min(MOST, kappa)) * 10 + 1e-9) / 10;
  }
}
