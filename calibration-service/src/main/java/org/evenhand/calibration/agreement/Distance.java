package org.evenhand.calibration.agreement;

/**
 * The squared difference δ² between two values, by level of measurement, as Krippendorff's alpha
 * uses it.
 *
 * <p>Source: K. Krippendorff, <em>Computing Krippendorff's Alpha-Reliability</em> (2011), section
 * D. A distance is 0 between a value and itself, symmetric, and never negative.
 */
public enum Distance {
  /** 1 for any two different values. */
  NOMINAL {
    @Override
    double squared(Coincidences in, int c, int k) {
      return c == k ? 0 : 1;
    }
  },

  /**
   * (n_c/2 + values ranked between + n_k/2)²: how many of the scores that were really given lie
   * between the two levels. The labels of the levels play no part, only their order.
   */
  ORDINAL {
    @Override
    double squared(Coincidences in, int c, int k) {
      if (c == k) {
        return 0;
      }
      long twice = -in.marginal(c) - in.marginal(k);
      for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
        twice += 2 * in.marginal(g);
      }
      return twice / 2.0 * (twice / 2.0);
    }
  },

  /** (c − k)²: levels are taken to be equally far apart. */
  INTERVAL {
    @Override
    double squared(Coincidences in, int c, int k) {
      double difference = (double) in.value(c) - in.value(k);
      return difference * difference;
    }
  },

  /** ((c − k) / (c + k))²: values have a true zero. Negative values are refused. */
  RATIO {
    @Override
    double squared(Coincidences in, int c, int k) {
      if (in.value(c) < 0 || in.value(k) < 0) {
        throw new IllegalArgumentException("A ratio scale has no negative values");
      }
      if (c == k) {
        return 0;
      }
      double share = ((double) in.value(c) - in.value(k)) / ((double) in.value(c) + in.value(k));
      return share * share;
    }
  };

  /** δ² between the values at positions {@code c} and {@code k} of {@code in}. */
  abstract double squared(Coincidences in, int c, int k);
}
