package org.evenhand.calibration.agreement;

/**
 * How much two levels agree, 1 for the same level down to 0 for the farthest apart.
 *
 * <p>Sources: J. Cohen, Psychological Bulletin 70 (1968); K. L. Gwet, <em>Handbook of Inter-Rater
 * Reliability</em> (2014).
 */
public final class Weights {
  private final double[][] agreement;

  /**
   * @param agreement square, by the positions of two levels
   */
  Weights(double[][] agreement) {
    this.agreement = agreement;
  }

  /**
   * Agreement falls with the square of the distance, 1 − (|i − j| / (K − 1))²: neighbours count as
   * nearly the same.
   *
   * @throws IllegalArgumentException fewer than two levels
   */
  public static Weights quadratic(int levels) {
    if (levels < 2) {
      throw new IllegalArgumentException("A scale of " + levels + " levels");
    }
    double[][] agreement = new double[levels][levels];
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < levels; j++) {
        double share = Math.abs(i - j) / (double) (levels - 1);
        agreement[i][j] = 1 - share * share;
      }
    }
    return new Weights(agreement);
  }

  /** How many levels the scale has. */
  public int levels() {
    return agreement.length;
  }

  /** The weight of two positions, 0 to levels − 1. */
  double of(int i, int j) {
    return agreement[i][j];
  }

  /** The sum of all weights. */
  double sum() {
    double sum = 0;
    for (double[] row : agreement) {
      for (double weight : row) {
        sum += weight;
      }
    }
    return sum;
  }
}
