package org.evenhand.analytics.statistics;

/**
 * Every pair of a focal and a reference person, counted exactly: who is rated higher?
 *
 * @param pairs all pairs, n_focal · n_reference, above 0
 * @param wins pairs in which the focal person is rated higher
 * @param ties pairs with equal ratings
 */
public record Dominance(long pairs, long wins, long ties) {
  /**
   * Counts the pairs in one pass over the levels.
   *
   * @throws IllegalArgumentException a group is empty, or the scales differ
   * @throws ArithmeticException more than 2⁶³ − 1 pairs (3 · 10⁹ people on each side)
   */
  public static Dominance of(LevelCounts focal, LevelCounts reference) {
    focal.requireSameScale(reference);
    if (focal.people() == 0 || reference.people() == 0) {
      throw new IllegalArgumentException("An empty group has no pairs");
    }
    long pairs = Math.multiplyExact(focal.people(), reference.people());
    long wins = 0;
    long ties = 0;
    long below = 0;
    for (int level = 1; level <= focal.levels(); level++) {
      wins += focal.at(level) * below;
      ties += focal.at(level) * reference.at(level);
      below += reference.at(level);
    }
    return new Dominance(pairs, wins, ties);
  }

  /** Pairs in which the reference person is rated higher. */
  public long losses() {
    return pairs - wins - ties;
  }

  /** Wins minus losses. */
  public long surplus() {
    return wins - losses();
  }

  /** Cliff's delta: (wins − losses) / pairs, from −1 to 1. */
  public double delta() {
    return (double) surplus() / pairs;
  }

  /** The relative effect θ = P(focal higher) + ½ P(equal), from 0 to 1; delta = 2θ − 1. */
  public double theta() {
    return (wins + ties / 2.0) / pairs;
  }
}
