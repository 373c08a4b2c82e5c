package org.evenhand.analytics.statistics.monitoring;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Moments;
import org.evenhand.analytics.statistics.effects.CliffsDelta;
import org.evenhand.analytics.statistics.tests.ChiSquare;
import org.evenhand.analytics.statistics.tests.MannWhitney;

/**
 * How far the ratings of one cycle lie from those of an earlier one.
 *
 * <p>Effects and tests apart: PSI, KS, total variation and Jensen-Shannon are distances without a
 * test that would hold for a few tied levels. A fixed cut on PSI (.1, .25) raises false alarms
 * among few people; {@link #psiCritical()} is its own 95 % quantile when nothing changed. The same
 * shares are no distance apart, whatever the numbers of people; but for {@link #psiSmoothed()},
 * which gives half a person to every level.
 *
 * @param reference the earlier distribution, with people
 * @param current the later one, with people, on the same scale
 */
public record DistributionDrift(LevelCounts reference, LevelCounts current) {
  public DistributionDrift {
    reference.requireSameScale(current);
    if (reference.people() == 0 || current.people() == 0) {
      throw new IllegalArgumentException("A distribution of nobody");
    }
  }

  /** The largest difference of the two cumulative shares, 0 to 1. */
  public double kolmogorovSmirnov() {
    double most = 0;
    double below = 0;
    double before = 0;
    for (int level = 1; level <= reference.levels(); level++) {
      before += reference.at(level);
      below += current.at(level);
      most = Math.max(most, Math.abs(share(before, reference) - share(below, current)));
    }
    return most;
  }

  /** In rating points. */
  public double wasserstein() {
    return Wasserstein.distance(reference, current);
  }

  /** The current mean minus the earlier one, in rating points. */
  public double meanShift() {
    return Moments.of(current).mean() - Moments.of(reference).mean();
  }

  /** Half the sum of the differences of all shares, 0 to 1: the part that would have to move. */
  public double totalVariation() {
    double sum = 0;
    for (int level = 1; level <= reference.levels(); level++) {
      sum += Math.abs(shareAt(level, current) - shareAt(level, reference));
    }
    return sum / 2;
  }

  /**
   * The population stability index Σ (q − p) ln(q/p); empty when a level is used by one of the two
   * only, where it has no value. Levels that neither uses are left out.
   */
  public OptionalDouble psi() {
    for (int level = 1; level <= reference.levels(); level++) {
      if ((reference.at(level) == 0) != (current.at(level) == 0)) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(psi(0));
  }

  /**
   * The index with half a person added to every level: always defined, and calmer for few people.
   */
  public double psiSmoothed() {
    return psi(0.5);
  }

  private double psi(double added) {
    double before = reference.people() + added * reference.levels();
    double now = current.people() + added * current.levels();
    double sum = 0;
    for (int level = 1; level <= reference.levels(); level++) {
      double p = (reference.at(level) + added) / before;
      double q = (current.at(level) + added) / now;
      sum += p == 0 && q == 0 ? 0 : (q - p) * Math.log(q / p);
    }
    return sum;
  }

  /**
   * What {@link #psi()} exceeds once in twenty though nothing changed: (1/N + 1/M) χ²(.95, K − 1)
   * over the K levels in use. Source: B. Yurdakul, <em>Statistical Properties of Population
   * Stability Index</em> (2018). Empty when one level only is in use.
   */
  public OptionalDouble psiCritical() {
    int used = 0;
    for (int level = 1; level <= reference.levels(); level++) {
      used += reference.at(level) + current.at(level) > 0 ? 1 : 0;
    }
    if (used < 2) {
      return OptionalDouble.empty();
    }
    double quantile = ChiSquaredDistribution.of(used - 1).inverseSurvivalProbability(0.05);
    return OptionalDouble.of((1.0 / reference.people() + 1.0 / current.people()) * quantile);
  }

  /** The Jensen-Shannon divergence, in nats: 0 to ln 2. */
  public double jensenShannon() {
    double sum = 0;
    for (int level = 1; level <= reference.levels(); level++) {
      double p = shareAt(level, reference);
      double q = shareAt(level, current);
      double middle = (p + q) / 2;
      sum += p == 0 ? 0 : p * Math.log(p / middle) / 2;
      sum += q == 0 ? 0 : q * Math.log(q / middle) / 2;
    }
    return Math.max(0, sum);
  }

  /** The test that any share changed, with Cramér's V; empty when one level only is in use. */
  public Optional<ChiSquare> chiSquare() {
    long[][] table = new long[2][reference.levels()];
    for (int level = 1; level <= reference.levels(); level++) {
      table[0][level - 1] = reference.at(level);
      table[1][level - 1] = current.at(level);
    }
    return ChiSquare.of(table);
  }

  /** The test that ratings went up or down; empty when all are the same. */
  public Optional<MannWhitney> mannWhitney() {
    return MannWhitney.of(current, reference);
  }

  /** Cliff's delta, positive when the current ratings are higher. */
  public CliffsDelta cliffsDelta() {
    return new CliffsDelta(current, reference);
  }

  private static double shareAt(int level, LevelCounts of) {
    return (double) of.at(level) / of.people();
  }

  private static double share(double count, LevelCounts of) {
    return count / of.people();
  }
}
