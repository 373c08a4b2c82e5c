package org.evenhand.calibration.pool;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of any review event: its state after the change. */
record ReviewState(
    UUID reviewId,
    UUID cycleId,
    String origin,
    UUID employeeId,
    @Nullable UUID reviewerId,
    @Nullable List<UUID> lineAbove,
    @Nullable List<UUID> contributorIds,
    String orgUnit,
    @Nullable String jobLevel,
    @Nullable String jobFamily,
    Scale scale,
    String state,
    @Nullable UUID sessionId) {

  record Scale(int size) {}

  boolean live() {
    return origin.equals("LIVE");
  }
}
