package org.evenhand.analytics.statistics.monitoring;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evenhand.analytics.statistics.Interval;

/**
 * How many of n people may be expected at each level, if each person's level came about by the
 * expected shares: all counts at once lie in their intervals with at least the given confidence.
 *
 * <p>The counts of a multinomial are each binomial. For a share from p to q the interval runs from
 * the least x with P(X ≤ x | n, p) ≥ ε to the least x with P(X > x | n, q) ≤ ε, so that on either
 * side less than or just ε is left out, whichever share between p and q is the true one: a binomial
 * of a higher share is stochastically larger. ε is (1 − confidence) divided by the number of tails
 * that can be left out at all, those at a share of 0 or 1 being none; by Bonferroni's inequality
 * all tails together are then no more than 1 − confidence. Source of the way: L. A. Goodman, <em>On
 * simultaneous confidence intervals for multinomial proportions</em>, Technometrics 7 (1965), who
 * takes the margins as normal. Here they are exact, because a share of 5 % of 20 people is far from
 * normal. Counts at different levels exclude each other, so that the inequality costs little; and
 * it asks nothing of levels without an expected share.
 *
 * <p>The cost is that of some twenty values of the incomplete beta function for each tail, at ten
 * people and at a million.
 *
 * @param confidence for example 0.95, between 0 and 1
 */
public record MultinomialExpectation(double confidence) {
  /** What is shown. */
  public static final MultinomialExpectation USUAL = new MultinomialExpectation(Interval.USUAL);

  /** In a smaller group almost any distribution may be expected. */
  public static final long LEAST_PEOPLE = 10;

  public MultinomialExpectation {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("A confidence of " + confidence);
    }
  }

  /**
   * The expected counts, in the order of the shares; none for fewer than {@link #LEAST_PEOPLE}. At
   * a share of 0 the count is 0, at a share of 1 it is n.
   *
   * @param shares of different levels
   * @throws IllegalArgumentException even the least of the shares sum to more than the whole
   * @throws ArithmeticException more than 2³¹ − 1 people
   */
  public List<ExpectedCount> of(long people, List<ExpectedShare> shares) {
    if (shares.stream().mapToInt(ExpectedShare::low).sum() > ExpectedShare.WHOLE) {
      throw new IllegalArgumentException("No distribution has as much at each of these levels");
    }
    if (people < LEAST_PEOPLE) {
      return List.of();
    }
    int trials = Math.toIntExact(people);
    double tail = (1 - confidence) / Math.max(1, tails(shares));
    return shares.stream()
        .map(share -> new ExpectedCount(least(trials, share, tail), most(trials, share, tail)))
        .toList();
  }

  private static long tails(List<ExpectedShare> shares) {
    return shares.stream()
        .flatMap(share -> Stream.of(share.low(), share.high()))
        .filter(percent -> percent > 0 && percent < ExpectedShare.WHOLE)
        .count();
  }

  private static int least(int trials, ExpectedShare share, double tail) {
    return binomial(trials, share.low()).inverseCumulativeProbability(tail);
  }

  private static int most(int trials, ExpectedShare share, double tail) {
    return binomial(trials, share.high()).inverseSurvivalProbability(tail);
  }

  private static BinomialDistribution binomial(int trials, int percent) {
    return BinomialDistribution.of(trials, percent / (double) ExpectedShare.WHOLE);
  }
}
