package org.evenhand.review.milestone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.cycle.CycleEvents;
import org.evenhand.review.cycle.Milestone;

/**
 * What subscribers learn when a milestone has passed and something is missing: how much, never of
 * whom. Everybody reads the same numbers at the cycle.
 *
 * @param reviews in which it is missing, all until now; it rises only, and so is the sequence
 */
record MilestoneMissed(UUID cycleId, Milestone milestone, long reviews, Instant at) {

  private static final String TYPE = "org.evenhand.milestone.missed.v1";

  static MilestoneMissed of(UUID cycleId, Milestone milestone, long reviews, Clock clock) {
    return new MilestoneMissed(
        cycleId, milestone, reviews, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Of the cycle in the audit; for subscribers each of its milestones has an order of its own. */
  Fact fact() {
    String id = UUID.nameUUIDFromBytes((cycleId + "/" + milestone).getBytes(UTF_8)).toString();
    return Fact.told(
        CycleEvents.AGGREGATE,
        cycleId,
        "milestone-missed",
        this,
        new OutboxEvent(CycleEvents.TOPIC, TYPE, id, id, reviews, this));
  }
}
