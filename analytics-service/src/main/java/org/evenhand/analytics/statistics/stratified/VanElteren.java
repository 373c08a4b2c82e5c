package org.evenhand.analytics.statistics.stratified;

import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.statistics.Gaussian;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The stratified ordinal test: are the groups rated differently among people in the same stratum?
 *
 * <p>The sum over the strata of the focal group's scores minus their expectation, over the root of
 * the summed hypergeometric variances (with N − 1). With midrank scores, (midrank)/(N + 1) in each
 * stratum, it is van Elteren's test; with a single stratum its z is the tie-corrected Mann-Whitney
 * z. Sources: P. H. van Elteren, Bulletin of the International Statistical Institute 37 (1960); J.
 * R. Landis, E. R. Heyman and G. G. Koch, International Statistical Review 46 (1978).
 *
 * @param z positive when the focal group is rated higher within strata
 * @param chiSquare z², one degree of freedom
 * @param p two-sided
 * @param surplus the focal group's scores minus their expectation, summed over the strata
 * @param variance of the surplus when there is no difference
 * @param strata how many strata said something
 * @param people how many people are in those
 */
public record VanElteren(
    double z,
    double chiSquare,
    double p,
    double surplus,
    double variance,
    int strata,
    long people) {

  /** How levels are scored. */
  public enum Scores {
    /** Midranks within the stratum over N + 1: the locally most powerful choice for a shift. */
    MIDRANK {
      @Override
      double[] of(LevelCounts all) {
        double[] scores = all.placements();
        double n = all.people();
        for (int i = 0; i < scores.length; i++) {
          scores[i] = (scores[i] * n + 0.5) / (n + 1);
        }
        return scores;
      }
    },
    /** The ordinals themselves: the Cochran-Mantel-Haenszel mean score test. */
    ORDINAL {
      @Override
      double[] of(LevelCounts all) {
        double[] scores = new double[all.levels()];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = i + 1.0;
        }
        return scores;
      }
    };

    abstract double[] of(LevelCounts all);
  }

  /**
   * Tests over all strata. One without one of the groups, or in which all are rated the same, says
   * nothing and is left out; empty when none is left.
   */
  public static Optional<VanElteren> of(List<OrdinalStratum> strata, Scores scores) {
    double surplus = 0;
    double variance = 0;
    int used = 0;
    long people = 0;
    for (OrdinalStratum stratum : strata) {
      if (!stratum.isInformative()) {
        continue;
      }
      LevelCounts all = stratum.focal().plus(stratum.reference());
      double[] score = scores.of(all);
      double n = all.people();
      double mean = mean(all, score);
      double scatter = 0;
      for (int level = 1; level <= all.levels(); level++) {
        double deviation = score[level - 1] - mean;
        surplus += stratum.focal().at(level) * deviation;
        scatter += all.at(level) * deviation * deviation;
      }
      variance +=
          stratum.focal().people()
              * (double) stratum.reference().people()
              * scatter
              / (n * (n - 1));
      used++;
      people += all.people();
    }
    if (used == 0) {
      return Optional.empty();
    }
    double z = surplus / Math.sqrt(variance);
    return Optional.of(
        new VanElteren(z, z * z, Gaussian.twoSided(z), surplus, variance, used, people));
  }

  private static double mean(LevelCounts all, double[] score) {
    double sum = 0;
    for (int level = 1; level <= all.levels(); level++) {
      sum += all.at(level) * score[level - 1];
    }
    return sum / all.people();
  }
}
