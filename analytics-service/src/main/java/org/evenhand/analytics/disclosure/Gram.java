package org.evenhand.analytics.disclosure;

/**
 * The symmetric matrix of how often two cells hold the same people, and what solves it. Cells of
 * several figures depend on each other, as all of a figure's add up to the same people: those that
 * follow from others are left out, and what is solved for them holds all the same.
 */
final class Gram {

  /** A pivot that is smaller than its diagonal by this factor is one of rounding. */
  private static final double NOTHING = 1e-9;

  private final double[][] inverse;

  private Gram(double[][] inverse) {
    this.inverse = inverse;
  }

  /**
   * @param cells the cells of each kind of people
   * @param weights how many of each kind take part
   */
  static Gram of(int[][] cells, double[] weights, int size) {
    double[][] sums = new double[size][size];
    for (int kind = 0; kind < cells.length; kind++) {
      if (weights[kind] > 0) {
        for (int one : cells[kind]) {
          for (int other : cells[kind]) {
            sums[one][other] += weights[kind];
          }
        }
      }
    }
    return new Gram(inverse(sums));
  }

  /** By Gauss and Jordan, in place of a row at a time; rows that depend on others become zero. */
  private static double[][] inverse(double[][] sums) {
    int size = sums.length;
    double[][] inverse = new double[size][size];
    double[] diagonal = new double[size];
    boolean[] taken = new boolean[size];
    for (int i = 0; i < size; i++) {
      inverse[i][i] = 1;
      diagonal[i] = sums[i][i];
    }
    for (int pivot = 0; pivot < size; pivot++) {
      double at = sums[pivot][pivot];
      if (diagonal[pivot] > 0 && at > NOTHING * diagonal[pivot]) {
        taken[pivot] = true;
        scale(sums[pivot], 1 / at);
        scale(inverse[pivot], 1 / at);
        for (int row = 0; row < size; row++) {
          double factor = row == pivot ? 0 : sums[row][pivot];
          if (factor != 0) {
            subtract(sums[row], sums[pivot], factor);
            subtract(inverse[row], inverse[pivot], factor);
          }
        }
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (!taken[row] || !taken[column]) {
          inverse[row][column] = 0;
        }
      }
    }
    return inverse;
  }

  private static void scale(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  private static void subtract(double[] row, double[] other, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }

  /** What solves the matrix for these numbers of the cells. */
  double[] solve(double[] cells) {
    double[] solved = new double[cells.length];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < cells.length; column++) {
        solved[row] += inverse[row][column] * cells[column];
      }
    }
    return solved;
  }

  /** What solves it for one person who is in these cells. */
  double[] solve(int[] cells) {
    double[] solved = new double[inverse.length];
    for (int row = 0; row < solved.length; row++) {
      for (int cell : cells) {
        solved[row] += inverse[row][cell];
      }
    }
    return solved;
  }

  /** How far a person in these cells stands out: 1 over the number of those who are alike. */
  double standsOut(int[] cells) {
    double sum = 0;
    for (int one : cells) {
      for (int other : cells) {
        sum += inverse[one][other];
      }
    }
    return sum;
  }
}
