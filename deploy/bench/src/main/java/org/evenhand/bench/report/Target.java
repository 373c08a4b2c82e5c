package org.evenhand.bench.report;

import java.util.Locale;

/** A target: at least or at most a value. */
public record Target(boolean atLeast, double value, String unit) {
  public static Target atLeast(double value) {
    return new Target(true, value, "");
  }

  public static Target atMost(double value) {
    return new Target(false, value, "");
  }

  public static Target underMillis(double value) {
    return new Target(false, value, " ms");
  }

  boolean reached(double measured) {
    return atLeast ? measured >= value : measured <= value;
  }

  String text() {
    return (atLeast ? "≥ " : "≤ ") + number(value) + unit;
  }

  /** As many decimals as show on which side of a target it lies. */
  static String number(double value) {
    String form = value >= 100 ? "%,.0f" : value >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, form, value);
  }
}
