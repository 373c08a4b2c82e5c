package org.evenhand.analytics.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of two rates: the margins held fixed, how probable is a focal count like
 * this?
 *
 * <p>Two-sided is the sum over all tables that are no more probable than the one seen. Two tables
 * whose probabilities differ by rounding alone count as equally probable, as in R's {@code
 * fisher.test}; the two-sided test of Commons Statistics 1.2 drops such ties and says .524 for 0 of
 * 2 against 2 of 5, where every table is as probable or less and p is 1. With a margin of 0 only
 * one table exists and p is 1.
 *
 * <p>The cost is the smallest of the four margins; {@link ImpactRatio} calls it only when an
 * expected cell is under 5, and then that margin is at most √(5N): 2,236 for a million people.
 *
 * @param twoSided p of both tails
 * @param less P(X ≤ x): as few selected in the focal group, or fewer
 * @param greater P(X ≥ x)
 * @param lessMid {@code less} with half the weight of the table seen (Lancaster's mid-p)
 */
public record FisherExact(double twoSided, double less, double greater, double lessMid) {
  private static final double ROUNDING = 1e-7;

  /**
   * Tests two groups.
   *
   * @throws ArithmeticException more than 2³¹ − 1 people
   */
  public static FisherExact of(Selection focal, Selection reference) {
    int population = Math.toIntExact(Math.addExact(focal.people(), reference.people()));
    int selected = (int) (focal.selected() + reference.selected());
    if (population == 0) {
      return new FisherExact(1, 1, 1, 0.5);
    }
    HypergeometricDistribution counts =
        HypergeometricDistribution.of(population, selected, (int) focal.people());
    int seen = (int) focal.selected();
    double less = Math.min(1, counts.cumulativeProbability(seen));
    return new FisherExact(
        twoSided(counts, seen),
        less,
        Math.min(1, counts.survivalProbability(seen - 1)),
        less - counts.probability(seen) / 2);
  }

  private static double twoSided(HypergeometricDistribution counts, int seen) {
    double limit = counts.probability(seen) * (1 + ROUNDING);
    double more = 0;
    double noMore = 0;
    for (int x = counts.getSupportLowerBound(); x <= counts.getSupportUpperBound(); x++) {
      double probability = counts.probability(x);
      if (probability <= limit) {
        noMore += probability;
      } else {
        more += probability;
      }
    }
    return noMore / (noMore + more);
  }
}
