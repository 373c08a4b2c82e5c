package org.evenhand.policy.consultation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a comment, and why. */
public record Disposition(Outcome outcome, String reason, UUID by, Instant at) {

  /** Whether the comment has changed the version. */
  @Schema(name = "DispositionOutcome")
  public enum Outcome {
    TAKEN_UP,
    DECLINED
  }
}
