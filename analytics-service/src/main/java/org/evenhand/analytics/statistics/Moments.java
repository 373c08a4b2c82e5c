package org.evenhand.analytics.statistics;

/**
 * The number, sum and sum of squares of integer ratings: enough for means and variances, and exact.
 *
 * <p>Sums that no long holds are refused by an {@link ArithmeticException}: on ten levels, those of
 * 9 · 10¹⁶ people.
 *
 * @param n how many, not negative
 * @param sum of the ratings
 * @param squares sum of their squares
 */
public record Moments(long n, long sum, long squares) {
  /** The moments of a group's ordinals. */
  public static Moments of(LevelCounts counts) {
    long sum = 0;
    long squares = 0;
    for (int level = 1; level <= counts.levels(); level++) {
      sum = Math.addExact(sum, Math.multiplyExact(counts.at(level), (long) level));
      squares = Math.addExact(squares, Math.multiplyExact(counts.at(level), (long) level * level));
    }
    return new Moments(counts.people(), sum, squares);
  }

  /** The moments of values given one by one. */
  public static Moments of(long... values) {
    long sum = 0;
    long squares = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
      squares = Math.addExact(squares, Math.multiplyExact(value, value));
    }
    return new Moments(values.length, sum, squares);
  }

  /** Both together. */
  public Moments plus(Moments other) {
    return new Moments(
        Math.addExact(n, other.n),
        Math.addExact(sum, other.sum),
        Math.addExact(squares, other.squares));
  }

  /** The mean; needs n ≥ 1. */
  public double mean() {
    if (n == 0) {
      throw new IllegalStateException("Nothing has no mean");
    }
    return (double) sum / n;
  }

  /** Σ (x − mean)²; needs n ≥ 1. Exactly 0 when all are the same. */
  public double scatter() {
    return Selection.product(n, squares).subtract(Selection.product(sum, sum)).doubleValue() / n;
  }

  /** The sample variance, with n − 1; needs n ≥ 2. */
  public double variance() {
    if (n < 2) {
      throw new IllegalStateException("It takes two for a variance");
    }
    return scatter() / (n - 1);
  }
}
