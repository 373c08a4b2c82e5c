package org.evenhand.analytics.statistics.effects;

import java.math.BigInteger;
import org.evenhand.analytics.statistics.Selection;

/**
 * The quotient of two selection rates as a fraction, so that a rule that turns on equality is
 * decided without rounding: in doubles (3/5)/(6/8) is 0.7999999999999999 and breaks a rule that it
 * keeps.
 *
 * @param numerator x_focal · n_reference, reduced
 * @param denominator x_reference · n_focal, reduced, above 0
 */
public record ExactRatio(BigInteger numerator, BigInteger denominator) {
  public ExactRatio {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("A ratio to a rate of 0");
    }
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  /**
   * The focal rate over the reference rate.
   *
   * @throws IllegalArgumentException the focal group is empty, or the reference rate is 0 or
   *     missing
   */
  public static ExactRatio of(Selection focal, Selection reference) {
    return new ExactRatio(
        Selection.product(focal.selected(), reference.people()),
        Selection.product(reference.selected(), focal.people()));
  }

  /**
   * Whether adverse impact is indicated by the four-fifths rule: a ratio <em>less than</em> 4/5, so
   * that 4/5 itself is not. Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR
   * 1607.4 D.
   */
  public boolean belowFourFifths() {
    return isBelow(4, 5);
  }

  /** Whether the ratio is less than {@code over / under}, exactly. {@code under} is above 0. */
  public boolean isBelow(long over, long under) {
    return numerator
            .multiply(BigInteger.valueOf(under))
            .compareTo(denominator.multiply(BigInteger.valueOf(over)))
        < 0;
  }

  /** The ratio as shown. */
  public double value() {
    return numerator.doubleValue() / denominator.doubleValue();
  }

  /** Numerator and denominator: {@code 4/5}. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
