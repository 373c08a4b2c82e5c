package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of an appeal on {@code evenhand.cycles}: no text and no person. The events
 * of the rating come at the same moment and name the person, so it says no more than they do: not
 * the ground, not whether it was filed late, not why a rating stays as it was.
 *
 * @param outcome what became of the rating; absent of an appeal that is filed
 * @param late whether a step was taken after its day; absent of an appeal that is filed
 */
record AppealEvent(
    UUID appealId,
    UUID cycleId,
    String cycleKey,
    @Nullable Outcome outcome,
    @Nullable Boolean late,
    Instant at) {

  enum Outcome {
    RATING_CHANGED,
    RATING_UNCHANGED
  }
}
