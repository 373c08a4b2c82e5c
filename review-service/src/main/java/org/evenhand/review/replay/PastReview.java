package org.evenhand.review.replay;

import java.util.Map;

/**
 * What a replay looks at of a submitted review: numbers, and not whose they are.
 *
 * @param level what the reviewer concluded
 * @param ratings the level of each criterion
 * @param seen the observations of each criterion that count as evidence
 */
public record PastReview(
    int level, Map<String, Integer> ratings, Map<String, Integer> seen, Stay stay) {

  public PastReview {
    ratings = Map.copyOf(ratings);
    seen = Map.copyOf(seen);
  }

  /** A rating of another system: a level and nothing else. */
  public static PastReview ofHistory(int level) {
    return new PastReview(level, Map.of(), Map.of(), Stay.NOT_ASKED);
  }
}
