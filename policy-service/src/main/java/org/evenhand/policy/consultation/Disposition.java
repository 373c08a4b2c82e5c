package org.evenhand.policy.consultation;

import java.time.Instant;
import java.util.UUID;

/** What became of a comment, and why. */
public record Disposition(Outcome outcome, String reason, UUID by, Instant at) {

  /** Whether the comment has changed the version. */
  public enum Outcome {
    TAKEN_UP,
    DECLINED
  }
}
