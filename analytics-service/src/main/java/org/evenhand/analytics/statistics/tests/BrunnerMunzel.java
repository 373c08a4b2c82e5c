package org.evenhand.analytics.statistics.tests;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenhand.analytics.statistics.Dominance;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The Brunner-Munzel test of two ordinal groups: no equal variances, ties allowed, from counts.
 *
 * <p>With the placements of each group in the other (a number per level), V = s²_f/n_f + s²_r/n_r,
 * statistic = (θ − ½)/√V, Satterthwaite's degrees of freedom, Student's t. Source: E. Brunner and
 * U. Munzel, Biometrical Journal 42 (2000); K. Neubert and E. Brunner, Computational Statistics and
 * Data Analysis 51 (2007). Cost: the number of levels.
 *
 * @param theta P(focal higher) + ½ P(equal)
 * @param statistic positive when the focal group is rated higher
 * @param degreesOfFreedom at least min(n) − 1
 * @param p two-sided
 * @param interval of theta, cut off at 0 and 1
 */
public record BrunnerMunzel(
    double theta, double statistic, double degreesOfFreedom, double p, Interval interval) {

  /**
   * Tests two groups of the same scale.
   *
   * <p>Empty when a group has fewer than two people, or when no placement varies: all ratings
   * equal, or the groups lie wholly apart. Then the statistic has no variance to stand on. Where
   * one group uses a single level and the other doesn't, the variance is the other's alone, with
   * its n − 1 degrees of freedom.
   */
  public static Optional<BrunnerMunzel> of(
      LevelCounts focal, LevelCounts reference, double confidence) {
    if (focal.people() < 2 || reference.people() < 2) {
      return Optional.empty();
    }
    double theta = Dominance.of(focal, reference).theta();
    double one = scatter(focal, reference.placements(), theta) / focal.people();
    double two = scatter(reference, focal.placements(), 1 - theta) / reference.people();
    double variance = one + two;
    if (variance == 0) {
      return Optional.empty();
    }
    double freedom =
        variance
            * variance
            / (one * one / (focal.people() - 1) + two * two / (reference.people() - 1));
    TDistribution student = TDistribution.of(freedom);
    double error = Math.sqrt(variance);
    double statistic = (theta - 0.5) / error;
    double half = student.inverseSurvivalProbability((1 - confidence) / 2) * error;
    return Optional.of(
        new BrunnerMunzel(
            theta,
            statistic,
            freedom,
            Math.min(1, 2 * student.survivalProbability(Math.abs(statistic))),
            new Interval(Math.max(0, theta - half), Math.min(1, theta + half), confidence)));
  }

  /** The sample variance of the placements of {@code group}, around their known mean. */
  private static double scatter(LevelCounts group, double[] placements, double mean) {
    double sum = 0;
    int used = 0;
    for (int level = 1; level <= group.levels(); level++) {
      if (group.at(level) > 0) {
        used++;
        double deviation = placements[level - 1] - mean;
        sum += group.at(level) * deviation * deviation;
      }
    }
    // One level used is no variance at all, not the rounding of the mean.
    return used == 1 ? 0 : sum / (group.people() - 1);
  }
}
