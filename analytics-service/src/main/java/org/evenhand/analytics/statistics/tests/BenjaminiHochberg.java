package org.evenhand.analytics.statistics.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The Benjamini-Hochberg step-up procedure: p-values of a family as q-values, so that of the
 * effects with q < .05 at most one in twenty is expected to be a fluke.
 *
 * <p>q₍ᵢ₎ = min over j ≥ i of (m/j) p₍ⱼ₎, at most 1. Source: Y. Benjamini and Y. Hochberg, Journal
 * of the Royal Statistical Society B 57 (1995). Holds for independent and for positively dependent
 * tests.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The q-values of a list in which some have no p-value: these stay empty and count for nothing.
   */
  public static List<OptionalDouble> adjusted(List<OptionalDouble> p) {
    double[] q = adjusted(p.stream().flatMapToDouble(OptionalDouble::stream).toArray());
    List<OptionalDouble> adjusted = new ArrayList<>();
    int next = 0;
    for (OptionalDouble value : p) {
      adjusted.add(value.isPresent() ? OptionalDouble.of(q[next++]) : value);
    }
    return adjusted;
  }

  /**
   * The q-values, in the order of the p-values. No p-values, no q-values.
   *
   * @throws IllegalArgumentException a p-value outside 0..1, or NaN
   */
  public static double[] adjusted(double... p) {
    for (double value : p) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("A p-value of " + value);
      }
    }
    Integer[] ascending = new Integer[p.length];
    Arrays.setAll(ascending, i -> i);
    Arrays.sort(ascending, Comparator.comparingDouble(i -> p[i]));

    double[] q = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int i = ascending[rank - 1];
      least = Math.min(least, p[i] * ((double) p.length / rank));
      q[i] = least;
    }
    return q;
  }
}
