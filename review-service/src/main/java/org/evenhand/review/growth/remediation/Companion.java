package org.evenhand.review.growth.remediation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the person has asked to accompany them.
 *
 * @param consented null as long as they haven't answered
 * @param statusSeen the last change of their status before they were asked
 */
public record Companion(UUID employeeId, @Nullable Boolean consented, long statusSeen) {

  Companion answering(boolean accepted) {
    return new Companion(employeeId, accepted, statusSeen);
  }

  @JsonIgnore
  boolean accompanies() {
    return Boolean.TRUE.equals(consented);
  }
}
