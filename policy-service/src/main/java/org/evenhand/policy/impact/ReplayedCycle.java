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

  /**
   * Whether it was looked at under what the draft changes. An imported one shows another scale and
   * nothing else, and one of which no criterion was weighed shows no other weights.
   */
  public boolean shows(ReplayRules inForce, ReplayRules draft) {
    if (!isCounted()) {
      return false;
    }
    if (draft.changesTheScaleAlone(inForce)) {
      return true;
    }
    return origin == Origin.LIVE
        && !(draft.weighsOtherwise(inForce) && notes.contains(ReplayNote.NOTHING_WEIGHED));
  }

  public boolean isCounted() {
    return refusal == null;
  }

  public boolean isImported() {
    return origin == Origin.HISTORY;
  }

  /** One of which nobody has heard any more. */
  public static ReplayedCycle lost(UUID cycleId) {
    return new ReplayedCycle(
        cycleId, null, null, ReplayRefusal.FAILED, List.of(), List.of(), null, null, 0, 0, 0);
  }

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
