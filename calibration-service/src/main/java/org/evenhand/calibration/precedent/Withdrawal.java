package org.evenhand.calibration.precedent;

import java.time.Instant;
import java.util.UUID;

/** What one side wants withdrawn, and why. It waits for the other. */
public record Withdrawal(Pair.Side side, Cause cause, UUID by, Instant at) {

  /** Codes and no words: words would tell everybody who was recognised. */
  public enum Cause {
    RECOGNISABLE,
    MISLEADING,
    OUTDATED
  }
}
