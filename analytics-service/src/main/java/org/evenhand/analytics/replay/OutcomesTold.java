package org.evenhand.analytics.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A part of what review-service has told of the reviews of a replayed cycle.
 *
 * @param part from 1 on
 * @param parts how many there are; on the last one alone
 * @param levels for each level of the cycle that of the draft
 * @param outcomes of each review the level that was told of its block
 */
record OutcomesTold(
    UUID replayId,
    UUID cycleId,
    int part,
    @Nullable Integer parts,
    List<Integer> levels,
    DraftScale scale,
    List<Outcome> outcomes) {

  /** A review and the level of its block. */
  record Outcome(UUID reviewId, int level) {}

  /**
   * @throws RefusedEvent when a field is missing or impossible
   */
  static OutcomesTold of(ReceivedEvent event) {
    OutcomesTold told = event.as(OutcomesTold.class);
    if (!told.isWhole()) {
      throw new RefusedEvent(
          "A part of a replay names the replay, the cycle, its place, the levels and scale of the"
              + " draft, and each review with a level of it");
    }
    return told;
  }

  private boolean isWhole() {
    return Stream.of(replayId, cycleId, levels, scale, outcomes).allMatch(Objects::nonNull)
        && part >= 1
        && (parts == null || parts >= part)
        && scale.holds()
        && levels.stream().allMatch(scale::has)
        && outcomes.stream().allMatch(each -> each.reviewId() != null && scale.has(each.level()));
  }

  /** The same for all parts. */
  UUID telling() {
    return UUID.nameUUIDFromBytes((replayId + "/" + cycleId).getBytes(StandardCharsets.UTF_8));
  }

  DraftLevels draft() {
    return new DraftLevels(levels, scale);
  }
}
