package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a plan ended.
 *
 * @param by null where nobody ended it
 * @param countersignedBy of one that isn't met, HR
 * @param cause why it ended where nobody ended it
 */
public record RemediationEnding(
    @Nullable String reason,
    @Nullable UUID by,
    @Nullable UUID countersignedBy,
    @Nullable RemediationEndingCause cause,
    Instant at) {

  /** It ended by itself. */
  public static RemediationEnding of(RemediationEndingCause cause, Instant at) {
    return new RemediationEnding(null, null, null, cause, at);
  }
}
