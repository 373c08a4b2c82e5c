package org.evenhand.review.judgement;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.RefusedEvent;

/** What this service reads of a judgement. */
record CycleJudged(UUID cycleId, UUID judgementId, String origin, long raised, Instant judgedAt) {

  /**
   * @throws RefusedEvent something is missing without which nothing can be waited for
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
