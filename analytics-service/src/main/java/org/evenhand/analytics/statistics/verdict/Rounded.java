package org.evenhand.analytics.statistics.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Interval;

/** Figures with no more digits than a reader needs. */
final class Rounded {
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

  private Rounded() {}

  static OptionalDouble twoDecimals(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(twoDecimals(value.getAsDouble())) : value;
  }

  static Interval twoDecimals(Interval interval) {
    return new Interval(
        twoDecimals(interval.low()), twoDecimals(interval.high()), interval.confidence());
  }

  /** Two significant digits, so that a small p stays one. */
  static double twoDigits(double value) {
    return BigDecimal.valueOf(value).round(TWO_DIGITS).doubleValue();
  }

  static OptionalDouble twoDigits(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(twoDigits(value.getAsDouble())) : value;
  }

  private static double twoDecimals(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
  }
}
