package org.evenhand.policy.impact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a replay says of a cycle, as review-service tells it: numbers of people in steps of five.
 *
 * @param refusal why it isn't replayed; then there are no figures
 */
public record ReplayedCycle(
    UUID cycleId,
    @Nullable String cycleKey,
    @Nullable Origin origin,
    @Nullable ReplayRefusal refusal,
    List<ReplayNote> notes,
    List<Cell> cells,
    @Nullable Change levels,
    @Nullable Change favourable,
    long refused,
    long entering,
    long leaving) {

  /** Where it was rated. */
  public enum Origin {
    LIVE,
    HISTORY
  }

  /** How many had one level and would have another, or the same. */
  public record Cell(int before, int after, long people) {}

  /** A number before, and under the draft. */
  public record Change(long before, long after) {}
}
