package org.evenhand.review.growth.remediation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the person has asked to accompany them.
 *
 * @param consented null as long as they haven't answered
 */
public record Companion(UUID employeeId, @Nullable Boolean consented) {

  @JsonIgnore
  boolean accompanies() {
    return Boolean.TRUE.equals(consented);
  }
}
