package org.evenhand.review.replay.work;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.replay.DraftRules;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a replay has told of the reviews of a cycle. For analytics-service alone, which
 * has all of them once it has as many parts as the last one says.
 *
 * @param part from 1 on
 * @param parts how many there are; on the last one alone
 * @param levels for each level of the cycle that of the draft
 */
record ToldOutcomes(
    UUID replayId,
    UUID cycleId,
    int part,
    @Nullable Integer parts,
    List<Integer> levels,
    DraftScale scale,
    List<One> outcomes) {

  private static final String TOPIC = "evenhand.internal.impact-replay-outcomes";
  private static final String TYPE = "org.evenhand.impact-replay.outcomes-told.v1";

  /** The scale of the draft. */
  record DraftScale(int size, int favourableFrom) {}

  /** The level that was told of the block in which a review is. */
  record One(UUID reviewId, int level) {}

  static ToldOutcomes part(Replay replay, UUID cycleId, int part, List<One> outcomes) {
    return of(replay, cycleId, part, null, outcomes);
  }

  static ToldOutcomes last(Replay replay, UUID cycleId, int part) {
    return of(replay, cycleId, part, part, List.of());
  }

  private static ToldOutcomes of(
      Replay replay, UUID cycleId, int part, @Nullable Integer parts, List<One> outcomes) {
    DraftRules rules = replay.draft().rules();
    return new ToldOutcomes(
        replay.id(),
        cycleId,
        part,
        parts,
        replay.draft().mapping().levels(),
        new DraftScale(rules.levels(), rules.favourableFrom()),
        outcomes);
  }

  /** Each part is its own subject: none waits for another, and none overtakes it. */
  OutboxEvent event() {
    String name = replayId + "/" + cycleId + "/" + part;
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    return new OutboxEvent(TOPIC, TYPE, id, id, 1, this);
  }
}
