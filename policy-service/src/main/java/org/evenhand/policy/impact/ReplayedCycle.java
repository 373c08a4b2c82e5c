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
  boolean shows(ReplayRules inForce, ReplayRules draft) {
    if (refusal != null) {
      return false;
    }
    if (draft.changesTheScaleAlone(inForce)) {
      return true;
    }
    return origin == Origin.LIVE
        && !(draft.weighsOtherwise(inForce) && notes.contains(ReplayNote.NOTHING_WEIGHED));
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
