package org.evenhand.analytics.statistics.tests;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's chi-square test of independence in a table of counts, without continuity correction.
 *
 * <p>Rows and columns without a count are left out: they have no expectation. Source: K. Pearson
 * (1900); A. Agresti, <em>An Introduction to Categorical Data Analysis</em> (2007), section 2.4.
 * Its distribution is that of many people: where more than one expectation in five is below 5, p is
 * rough (W. G. Cochran, Biometrics 10, 1954). With a million people hardly any p is large, and
 * Cramér's V says how much that means.
 *
 * @param statistic Σ (o − e)² / e
 * @param degreesOfFreedom (rows − 1)(columns − 1) of those with counts
 * @param p of the statistic
 * @param cramersV the effect size, 0 to 1
 */
public record ChiSquare(double statistic, int degreesOfFreedom, double p, double cramersV) {

  /**
   * Tests a table; empty when fewer than two rows or two columns have counts.
   *
   * @throws IllegalArgumentException rows of different length, or a negative count
   */
  public static Optional<ChiSquare> of(long[][] table) {
    long[] rows = new long[table.length];
    long[] columns = new long[table.length == 0 ? 0 : table[0].length];
    long all = 0;
    for (int i = 0; i < rows.length; i++) {
      if (table[i].length != columns.length) {
        throw new IllegalArgumentException("Rows of different length");
      }
      for (int j = 0; j < columns.length; j++) {
        if (table[i][j] < 0) {
          throw new IllegalArgumentException("A count of " + table[i][j]);
        }
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        all = Math.addExact(all, table[i][j]);
      }
    }
    int usedRows = used(rows);
    int usedColumns = used(columns);
    if (usedRows < 2 || usedColumns < 2) {
      return Optional.empty();
    }
    double statistic = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double expected = (double) rows[i] / all * columns[j];
        if (expected > 0) {
          double difference = table[i][j] - expected;
          statistic += difference * difference / expected;
        }
      }
    }
    int freedom = (usedRows - 1) * (usedColumns - 1);
    double most = (double) all * (Math.min(usedRows, usedColumns) - 1);
    return Optional.of(
        new ChiSquare(
            statistic,
            freedom,
            ChiSquaredDistribution.of(freedom).survivalProbability(statistic),
            Math.sqrt(statistic / most)));
  }

  private static int used(long[] sums) {
    int used = 0;
    for (long sum : sums) {
      used += sum > 0 ? 1 : 0;
    }
    return used;
  }
}
