package org.evenhand.analytics.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;

/**
 * What review-service tells of a replay of a cycle, part by part.
 *
 * @param whole whether all parts have come
 * @param over whether policy-service was told; then nothing of it is kept but that
 */
record Telling(
    UUID id,
    UUID replayId,
    UUID cycleId,
    DraftLevels draft,
    Instant arrivedAt,
    boolean whole,
    boolean over) {

  /** What has not come by then doesn't come any more: its topic is kept for a day. */
  private static final Duration KEPT = Duration.ofDays(1);

  /** The edition at the closure comes a moment after it. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  static Telling of(Row row) {
    return new Telling(
        row.uuid("id"),
        row.uuid("replay_id"),
        row.uuid("cycle_id"),
        row.json("draft", DraftLevels.class),
        row.instant("arrived_at"),
        row.flag("whole"),
        row.flag("over"));
  }

  Instant keptUntil() {
    return arrivedAt.plus(KEPT);
  }

  Instant editionUntil() {
    return arrivedAt.plus(PATIENCE);
  }
}
