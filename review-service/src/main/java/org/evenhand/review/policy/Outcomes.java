package org.evenhand.review.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** How a result feeds what follows, in the policy's own words; absent where it says nothing. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Outcomes(
    @Nullable String rewards, @Nullable String recognition, @Nullable String remediation) {

  static final Outcomes NONE = new Outcomes(null, null, null);
}
