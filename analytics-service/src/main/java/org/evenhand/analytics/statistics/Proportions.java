package org.evenhand.analytics.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Intervals and effect sizes of one share and of two.
 *
 * <p>Every method needs groups with people. Rates are shares from 0 to 1.
 */
public final class Proportions {
  private Proportions() {}

  /**
   * Wilson's score interval of a rate. It stays inside 0..1 and works for 0 of n and n of n.
   *
   * <p>(x + z²/2 ± z √(x(n−x)/n + z²/4)) / (n + z²). Source: E. B. Wilson, JASA 22 (1927).
   */
  public static Interval wilson(Selection group, double confidence) {
    double x = group.selected();
    double n = group.people();
    if (n == 0) {
      throw new IllegalArgumentException("An empty group has no rate");
    }
    double z = Gaussian.halfWidth(confidence);
    double middle = x + z * z / 2;
    double half = z * Math.sqrt(x * (n - x) / n + z * z / 4);
    // At 0 of n and n of n the limit is the rate itself; the formula says so up to rounding.
    double low = group.selected() == 0 ? 0 : (middle - half) / (n + z * z);
    double high = group.others() == 0 ? 1 : (middle + half) / (n + z * z);
    return new Interval(low, high, confidence);
  }

  /**
   * Newcombe's interval of the difference of two rates, from the two Wilson intervals.
   *
   * <p>Source: R. G. Newcombe, <em>Interval estimation for the difference between independent
   * proportions</em>, Statistics in Medicine 17 (1998), method 10 (without continuity correction).
   * It has a width also where all or none are selected in both groups.
   */
  public static Interval newcombe(Selection focal, Selection reference, double confidence) {
    Interval one = wilson(focal, confidence);
    Interval two = wilson(reference, confidence);
    double difference = focal.rate() - reference.rate();
    double down = Math.hypot(focal.rate() - one.low(), two.high() - reference.rate());
    double up = Math.hypot(one.high() - focal.rate(), reference.rate() - two.low());
    return new Interval(difference - down, difference + up, confidence);
  }

  /**
   * Katz's log interval of the ratio of two rates.
   *
   * <p>ln RR ± z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂). Source: D. Katz et al., Biometrics 34 (1978). Empty
   * when nobody was selected in one of the groups, because the logarithm has no value there, and
   * when everybody was in both: its error would be 0, and the interval a claim of certainty. {@link
   * #newcombe} has one for either.
   */
  public static Optional<Interval> katz(Selection focal, Selection reference, double confidence) {
    if (focal.selected() == 0 || reference.selected() == 0) {
      return Optional.empty();
    }
    if (focal.others() == 0 && reference.others() == 0) {
      return Optional.empty();
    }
    double error =
        Math.sqrt(
            (double) focal.others() / focal.selected() / focal.people()
                + (double) reference.others() / reference.selected() / reference.people());
    double ratio = focal.rate() / reference.rate();
    double factor = Math.exp(Gaussian.halfWidth(confidence) * error);
    return Optional.of(new Interval(ratio / factor, ratio * factor, confidence));
  }

  /**
   * Cohen's h: 2 asin √p₁ − 2 asin √p₂, from −π to π. 0.2, 0.5 and 0.8 are small, medium and large.
   *
   * <p>Source: J. Cohen, <em>Statistical Power Analysis for the Behavioral Sciences</em> (1988),
   * chapter 6. The square root is part of it; code that leaves it out is about.
   *
   * @throws IllegalArgumentException what is no rate, below 0, above 1 or NaN
   */
  public static double cohenH(double focalRate, double referenceRate) {
    requireRate(focalRate);
    requireRate(referenceRate);
    return 2 * Math.asin(Math.sqrt(focalRate)) - 2 * Math.asin(Math.sqrt(referenceRate));
  }

  private static void requireRate(double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("A rate of " + rate);
    }
  }

  /**
   * The odds ratio x₁(n₂ − x₂) / (x₂(n₁ − x₁)); empty when a cell of the denominator is 0, as it is
   * for an empty group.
   */
  public static OptionalDouble oddsRatio(Selection focal, Selection reference) {
    if (focal.others() == 0 || reference.selected() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        (double) focal.selected()
            / focal.others()
            * ((double) reference.others() / reference.selected()));
  }
}
