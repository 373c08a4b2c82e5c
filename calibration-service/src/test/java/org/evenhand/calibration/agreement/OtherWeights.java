package org.evenhand.calibration.agreement;

import java.util.function.IntUnaryOperator;

/** Weights of published examples, which no figure of a session has. */
final class OtherWeights {

  private OtherWeights() {}

  /** Any two levels that differ, differ fully. */
  static Weights identity(int levels) {
    return byDistance(levels, distance -> Math.min(1, distance));
  }

  /** Agreement falls with the distance. */
  static Weights linear(int levels) {
    return byDistance(levels, distance -> distance);
  }

  private static Weights byDistance(int levels, IntUnaryOperator disagreement) {
    double[][] weights = new double[levels][levels];
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < levels; j++) {
        weights[i][j] = disagreement.applyAsInt(Math.abs(i - j));
      }
    }
    return ofDisagreement(weights);
  }

  /**
   * Any weights, given as disagreement: 0 on the diagonal, not negative elsewhere, in any unit.
   *
   * @throws IllegalArgumentException not square, or nothing disagrees
   */
  static Weights ofDisagreement(double[][] disagreement) {
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
}
