package org.evenhand.review.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an observation was gathered during the year and cited in the review.
 *
 * @param toldAt when the reviewee was told of it; null of their own
 * @param reply what the reviewee said to it; null where nothing
 */
public record Gathered(@Nullable Instant toldAt, Instant citedAt, @Nullable String reply) {

  Gathered replied(String said) {
    return new Gathered(toldAt, citedAt, said);
  }
}
