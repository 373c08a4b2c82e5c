package org.evenhand.analytics.statistics.effects;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * The smallest effect that a two-sided test of two groups of given sizes would find with a given
 * power. It is known before anything is tested, and says how much a result without evidence means.
 *
 * <p>All are normal approximations: below about ten people in a group they are too hopeful.
 *
 * @param alpha of one test, two-sided, for example .05
 * @param power the chance to find an effect of this size, for example .8
 */
public record DetectableEffect(double alpha, double power) {
  /** What is stated unless someone asks for more. */
  public static final DetectableEffect USUAL = new DetectableEffect(0.05, 0.8);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static final int HALVINGS = 60;

  public DetectableEffect {
    if (!(alpha > 0 && alpha < 1) || !(power > alpha && power < 1)) {
      throw new IllegalArgumentException("A power of " + power + " at an alpha of " + alpha);
    }
  }

  /**
   * The largest impact ratio below 1 that the Z test of two rates would find: a ratio at or below
   * it would be seen.
   *
   * <p>The focal rate p₁ solves |p₂ − p₁| = z_{α/2} √(p̄q̄(1/n₁ + 1/n₂)) + z_β √(p₁q₁/n₁ +
   * p₂q₂/n₂). Source: J. L. Fleiss, B. Levin and M. C. Paik, <em>Statistical Methods for Rates and
   * Proportions</em> (2003), chapter 4.
   *
   * @param referenceRate p₂, from 0 to 1
   * @return empty when not even a rate of 0 would be found
   */
  public OptionalDouble impactRatio(long focal, long reference, double referenceRate) {
    requirePeople(focal, reference);
    if (!(referenceRate >= 0 && referenceRate <= 1)) {
      throw new IllegalArgumentException("A rate of " + referenceRate);
    }
    if (powerOfRates(0, referenceRate, focal, reference) < power) {
      return OptionalDouble.empty();
    }
    double found = 0;
    double missed = referenceRate;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (found + missed) / 2;
      if (powerOfRates(middle, referenceRate, focal, reference) >= power) {
        found = middle;
      } else {
        missed = middle;
      }
    }
    return OptionalDouble.of(found / referenceRate);
  }

  /** The chance that the Z test finds a lower focal rate; the far side is as good as impossible. */
  double powerOfRates(double focalRate, double referenceRate, long focal, long reference) {
    double pooled = (focal * focalRate + reference * referenceRate) / ((double) focal + reference);
    double underNone =
        Math.sqrt(pooled * (1 - pooled) * (1.0 / focal + 1.0 / reference)) * critical();
    double spread =
        Math.sqrt(
            focalRate * (1 - focalRate) / focal + referenceRate * (1 - referenceRate) / reference);
    double beyond = referenceRate - focalRate - underNone;
    if (spread == 0) {
      return beyond > 0 ? 1 : 0;
    }
    return NORMAL.cumulativeProbability(beyond / spread);
  }

  /**
   * The smallest Cliff's delta, in either direction, that the Mann-Whitney test would find.
   *
   * <p>δ = 2(z_{α/2} + z_β) √((N + 1 − Σ(t³ − t)/(N(N−1))) / (12 n₁n₂)): Noether's sample size
   * solved for the effect, with the variance of tied ranks. Sources: G. E. Noether, JASA 82 (1987);
   * E. L. Lehmann, <em>Nonparametrics</em> (1975), chapter 1.
   *
   * @param all the distribution from which the ties are taken; only its shares matter
   * @return empty when all are rated alike, or nobody is, or when not even groups that lie wholly
   *     apart would be found
   */
  public OptionalDouble cliffsDelta(long focal, long reference, LevelCounts all) {
    requirePeople(focal, reference);
    // Decided in integers: in doubles the variance of ranks that are all tied is not quite 0.
    if (all.people() == 0 || all.lowest() == all.highest()) {
      return OptionalDouble.empty();
    }
    double n = (double) focal + reference;
    double ties = 0;
    for (int level = 1; level <= all.levels(); level++) {
      double t = n * all.at(level) / all.people();
      ties += t * (t * t - 1);
    }
    double variance = (n + 1 - ties / (n * (n - 1))) / 12 / focal / reference;
    double delta =
        2 * (critical() + NORMAL.inverseCumulativeProbability(power)) * Math.sqrt(variance);
    return delta <= 1 ? OptionalDouble.of(delta) : OptionalDouble.empty();
  }

  private double critical() {
    return NORMAL.inverseSurvivalProbability(alpha / 2);
  }

  private static void requirePeople(long focal, long reference) {
    if (focal < 1 || reference < 1) {
      throw new IllegalArgumentException("Groups of " + focal + " and " + reference + " people");
    }
  }
}
