package org.evenhand.review.calibrated;

import java.util.List;
import java.util.UUID;
import org.evenhand.review.review.Decision;
import org.jspecify.annotations.Nullable;

/** What this service reads of a session that was locked: all its decisions, without words. */
record SessionLocked(UUID sessionId, UUID cycleId, List<Decided> decisions) {

  /**
   * @param ordinal the new level of an ADJUST
   * @param precedentId where it names one
   */
  record Decided(
      UUID reviewId,
      Decision decision,
      @Nullable Integer ordinal,
      @Nullable UUID precedentId,
      String reasonCode) {}
}
