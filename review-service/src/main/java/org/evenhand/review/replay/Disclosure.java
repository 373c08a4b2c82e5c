package org.evenhand.review.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * What can be told of a block: people of whom all replays so far have told the same. An outcome of
 * fewer than five of them is told as the most frequent one of the block. So every block that a
 * replay leaves has five people or more, however many replays there are and whatever their weights:
 * no sum or difference of what was told is about fewer.
 */
public final class Disclosure {

  /** Told of a block that is too small as a whole: nothing. */
  public static final String HIDDEN = "-";

  private static final long LEAST = 5;

  private Disclosure() {}

  /**
   * @param people how many come to each outcome
   * @return as what each outcome is told
   */
  public static Map<String, String> told(Map<String, Long> people) {
    String most = mostOf(people);
    Map<String, String> told = new HashMap<>();
    people.forEach((outcome, n) -> told.put(outcome, n < LEAST ? most : outcome));
    return told;
  }

  /** As what an outcome is told that nobody came to when the block was counted. */
  public static String mostOf(Map<String, Long> people) {
    long all = people.values().stream().mapToLong(Long::longValue).sum();
    if (all < LEAST) {
      return HIDDEN;
    }
    return people.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(HIDDEN);
  }

  /** To the nearest step of one grid, always the same. */
  public static long inSteps(long people) {
    return (people + LEAST / 2) / LEAST * LEAST;
  }
}
