package org.evenhand.calibration.agreement;

/**
 * How much two levels agree, 1 for the same level down to 0 for the farthest apart.
 *
 * <p>With the distance d = |i − j| and the scale's span s = K − 1: identity [d = 0], linear 1 −
 * d/s, quadratic 1 − (d/s)². Source: J. Cohen, Psychological Bulletin 70 (1968); K. L. Gwet,
 * <em>Handbook of Inter-Rater Reliability</em> (2014).
 */
public final class Weights {
  private final double[][] agreement;

  private Weights(double[][] agreement) {
    this.agreement = agreement;
  }

  /**
   * Any two levels that differ, differ fully.
   *
   * @throws IllegalArgumentException fewer than two levels, here as in the others
   */
  public static Weights identity(int levels) {
    return byShare(levels, share -> share == 0 ? 1 : 0);
  }

  /** Agreement falls with the distance. */
  public static Weights linear(int levels) {
    return byShare(levels, share -> 1 - share);
  }

  /** Agreement falls with the square of the distance: neighbours count as nearly the same. */
  public static Weights quadratic(int levels) {
    return byShare(levels, share -> 1 - share * share);
  }

  /**
   * Any weights, given as disagreement: 0 on the diagonal, not negative elsewhere, in any unit.
   *
   * @throws IllegalArgumentException not square, or nothing disagrees
   */
  public static Weights ofDisagreement(double[][] disagreement) {
    double most = 0;
    for (int i = 0; i < disagreement.length; i++) {
      if (disagreement[i].length != disagreement.length || disagreement[i][i] != 0) {
        throw new IllegalArgumentException("Disagreement is square, with 0 on its diagonal");
      }
      for (double weight : disagreement[i]) {
        if (!(weight >= 0)) {
          throw new IllegalArgumentException("A disagreement of " + weight);
        }
        most = Math.max(most, weight);
      }
    }
    if (most == 0) {
      throw new IllegalArgumentException("Weights in which nothing disagrees");
    }
    double[][] agreement = new double[disagreement.length][disagreement.length];
    for (int i = 0; i < agreement.length; i++) {
      for (int j = 0; j < agreement.length; j++) {
        agreement[i][j] = 1 - disagreement[i][j] / most;
      }
    }
    return new Weights(agreement);
  }

  private interface ByShare {
    double of(double share);
  }

  private static Weights byShare(int levels, ByShare weight) {
    if (levels < 2) {
      throw new IllegalArgumentException("A scale of " + levels + " levels");
    }
    double[][] agreement = new double[levels][levels];
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < levels; j++) {
        agreement[i][j] = weight.of(Math.abs(i - j) / (double) (levels - 1));
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
