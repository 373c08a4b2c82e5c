package org.evenhand.analytics.statistics.tests;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.evenhand.analytics.statistics.Selection;

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
 * <p>The tables are walked from the most probable one outwards, each probability by its quotient to
 * the one before, until they are too small for a double: some forty standard deviations either way,
 * so that the cost grows with the root of the number of people. A p below 10⁻³⁰⁷ is 0.
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
    int mode = (int) ((selected + 1L) * (focal.people() + 1) / (population + 2L));
    Sums sums = new Sums((int) focal.selected(), counts.probability((int) focal.selected()));
    double most = counts.probability(mode);
    double p = most;
    for (int x = mode; x >= counts.getSupportLowerBound() && p > 0; x--) {
      sums.add(x, p);
      p /= odds(focal, reference, selected, x - 1);
    }
    p = most;
    for (int x = mode; x < counts.getSupportUpperBound() && p > 0; ) {
      p *= odds(focal, reference, selected, x);
      sums.add(++x, p);
    }
    return sums.test();
  }

  /** P(X = x + 1) over P(X = x). */
  private static double odds(Selection focal, Selection reference, int selected, int x) {
    return (selected - x)
        * (double) (focal.people() - x)
        / ((x + 1.0) * (reference.people() - selected + x + 1.0));
  }

  private static final class Sums {
    private final int seen;
    private final double limit;
    private double seenAlone;
    private double all;
    private double noMoreProbable;
    private double below;
    private double above;

    Sums(int seen, double probability) {
      this.seen = seen;
      this.limit = probability * (1 + ROUNDING);
    }

    void add(int x, double p) {
      all += p;
      if (p <= limit) {
        noMoreProbable += p;
      }
      if (x < seen) {
        below += p;
      } else if (x > seen) {
        above += p;
      } else {
        seenAlone = p;
      }
    }

    FisherExact test() {
      return new FisherExact(
          noMoreProbable / all,
          (below + seenAlone) / all,
          (above + seenAlone) / all,
          (below + seenAlone / 2) / all);
    }
  }
}
