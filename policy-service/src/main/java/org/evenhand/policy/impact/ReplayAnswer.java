package org.evenhand.policy.impact;

import java.util.List;

/** What a replay says of all its cycles. */
public record ReplayAnswer(List<ReplayedCycle> cycles) {

  /** Whether one of them was looked at under what the draft changes. */
  public boolean shows(ReplayRules inForce, ReplayRules draft) {
    return cycles.stream().anyMatch(cycle -> cycle.shows(inForce, draft));
  }
}
