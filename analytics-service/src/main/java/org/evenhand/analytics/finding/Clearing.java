package org.evenhand.analytics.finding;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By which judgement a finding was cleared, and how. */
@Schema(name = "FindingClearing")
public record Clearing(UUID judgementId, Reason reason, Instant at) {

  /** Why it was cleared. */
  @Schema(name = "FindingClearingReason")
  public enum Reason {
    /** The same groups, measured alike on the same scale, no longer reach a warning. */
    NO_LONGER_REACHED,
    /** The same cycle was judged anew, with other figures. */
    JUDGED_ANEW
  }
}
