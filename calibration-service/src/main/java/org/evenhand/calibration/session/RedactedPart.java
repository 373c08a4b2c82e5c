package org.evenhand.calibration.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One criterion of a redacted review, as review-service gave it. */
public record RedactedPart(
    @Nullable String criterion,
    List<Observed> observations,
    @Nullable String narrative,
    @Nullable String contextNote) {

  public record Observed(String situation, String behaviour, String impact) {}
}
