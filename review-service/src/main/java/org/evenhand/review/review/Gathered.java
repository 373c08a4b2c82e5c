package org.evenhand.review.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an observation was gathered during the year and cited in the review.
 *
 * @param toldAt when the reviewee was told of it; null of their own
 * @param reply what the reviewee said to it; null where nothing
 * @param feedback null of what was kept as an observation
 */
public record Gathered(
    @Nullable Instant toldAt,
    Instant citedAt,
    @Nullable String reply,
    @Nullable CitedFeedback feedback) {

  /**
   * That it is feedback to the reviewee, who cites it.
   *
   * @param wish what its author would rather see; null of recognition
   * @param additions what its author had said later
   */
  public record CitedFeedback(@Nullable String wish, List<String> additions) {

    public CitedFeedback {
      additions = List.copyOf(additions);
    }
  }

  Gathered replied(String said) {
    return new Gathered(toldAt, citedAt, said, feedback);
  }
}
