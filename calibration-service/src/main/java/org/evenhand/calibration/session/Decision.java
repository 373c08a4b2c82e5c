package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a real review's overall rating.
 *
 * @param ordinal the new level, of an ADJUST alone
 * @param precedentId the one that it follows, with CONSISTENT_WITH_PRECEDENT, or departs from
 * @param reasonCode goes out in events; {@code reason} is shown to the reviewee in their trail and
 *     never leaves the services
 */
public record Decision(
    Kind kind,
    @Nullable Integer ordinal,
    @Nullable UUID precedentId,
    ReasonCode reasonCode,
    String reason,
    UUID by,
    Instant at) {

  public enum Kind {
    CONFIRM,
    ADJUST,
    DEFER
  }

  /** Whether it says that a precedent was rated alike. */
  public boolean followsPrecedent() {
    return reasonCode == ReasonCode.CONSISTENT_WITH_PRECEDENT;
  }

  public enum ReasonCode {
    /** The evidence supports the rating as it is. */
    EVIDENCE_SUPPORTS,
    /** The evidence, read against the anchors, supports another level. */
    EVIDENCE_SUPPORTS_ANOTHER_LEVEL,
    /** The same evidence was rated otherwise in a precedent. */
    CONSISTENT_WITH_PRECEDENT,
    /** Workload, resources or a change of role were not taken into account. */
    CONTEXT_NOT_CONSIDERED,
    /** The evidence doesn't suffice to decide in this session. */
    EVIDENCE_INSUFFICIENT
  }
}
