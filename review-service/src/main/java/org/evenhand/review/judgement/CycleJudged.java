package org.evenhand.review.judgement;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a judgement.
 *
 * @param edition of the results that were judged, as the proposal to share them said
 */
record CycleJudged(
    UUID cycleId,
    UUID judgementId,
    String origin,
    @Nullable Long edition,
    long raised,
    Instant judgedAt) {

  /**
   * @throws RefusedEvent when a field is missing that sharing needs to wait for the judgement
   */
  @SuppressWarnings("ConstantValue")
  CycleJudged complete() {
    if (cycleId == null || judgementId == null || origin == null || judgedAt == null) {
      throw new RefusedEvent("A judgement names itself, its cycle, its origin and its time");
    }
    return this;
  }

  boolean isLive() {
    return origin.equals("LIVE");
  }
}
