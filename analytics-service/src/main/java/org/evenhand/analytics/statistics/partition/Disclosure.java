package org.evenhand.analytics.statistics.partition;

import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What a query would give away beside its own answer.
 *
 * <p>These hold for the set of cells that a viewer already has in a cycle, not for each query
 * alone: the caller keeps that set, and asks about every pair.
 */
public enum Disclosure {
  NONE("ok"),
  DIFFERENCE("difference of nested queries < k"),
  COMPLEMENT("complement < k"),
  SMALL_DISTRIBUTION("distribution of < k"),
  HOMOGENEITY("homogeneity: distribution discloses every member");

  private final String words;

  Disclosure(String words) {
    this.words = words;
  }

  /** What is wrong with it, to a reader. */
  public String words() {
    return words;
  }

  /** Whether the answer may be given. */
  public boolean isAllowed() {
    return this == NONE;
  }

  /**
   * Two queries of which one holds all people of the other: their difference is a query too.
   * Without a difference there is nobody to disclose.
   */
  public static Disclosure ofNested(long onePeople, long otherPeople, long k) {
    return isFew(Math.abs(Math.subtractExact(onePeople, otherPeople)), k) ? DIFFERENCE : NONE;
  }

  /** A filter over a population of known size: those left out are a query too. */
  public static Disclosure ofComplement(long population, long visible, long k) {
    if (visible > population) {
      throw new IllegalArgumentException(visible + " visible of " + population);
    }
    return isFew(population - visible, k) ? COMPLEMENT : NONE;
  }

  /**
   * A distribution of a few people tells of each of them; one in which everybody has the same
   * rating tells everybody's rating, however many they are.
   */
  public static Disclosure ofDistribution(LevelCounts counts, long k) {
    if (isFew(counts.people(), k)) {
      return SMALL_DISTRIBUTION;
    }
    return isAllAlike(counts) ? HOMOGENEITY : NONE;
  }

  static boolean isAllAlike(LevelCounts counts) {
    return counts.people() > 0 && counts.lowest() == counts.highest();
  }

  /** The first of the two that is not allowed. */
  public Disclosure or(Disclosure other) {
    return this == NONE ? other : this;
  }

  private static boolean isFew(long people, long k) {
    return people > 0 && people < k;
  }
}
