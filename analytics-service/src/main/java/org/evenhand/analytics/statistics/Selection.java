package org.evenhand.analytics.statistics;

import java.math.BigInteger;

/**
 * How many of a group were selected, that is rated at or above the favourable level.
 *
 * @param selected between 0 and {@code people}
 * @param people the size of the group, 0 for an empty one
 */
public record Selection(long selected, long people) {
  public Selection {
    if (selected < 0 || selected > people) {
      throw new IllegalArgumentException(selected + " selected of " + people);
    }
  }

  /** How many were not selected. */
  public long others() {
    return people - selected;
  }

  /**
   * The selection rate x / n, 0 to 1.
   *
   * @throws IllegalStateException the group is empty: it has no rate, not a rate of 0
   */
  public double rate() {
    if (people == 0) {
      throw new IllegalStateException("An empty group has no rate");
    }
    return (double) selected / people;
  }

  /** Compares two rates by cross multiplication, exactly. Both groups must have people. */
  public int compareRate(Selection other) {
    if (people == 0 || other.people == 0) {
      throw new IllegalStateException("An empty group has no rate");
    }
    return product(selected, other.people).compareTo(product(other.selected, people));
  }

  public static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
