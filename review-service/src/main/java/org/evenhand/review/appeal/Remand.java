package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That another reviewer looks at it anew, which happens once.
 *
 * @param namedBy who of HR has named them
 * @param reassessment what they conclude; the panel decides
 */
public record Remand(Instant at, @Nullable UUID namedBy, @Nullable Reassessment reassessment) {

  public record Reassessment(int ordinal, String reason, UUID by, Instant at) {}

  static Remand begun(Instant at) {
    return new Remand(at, null, null);
  }

  Remand namedBy(UUID hr) {
    return new Remand(at, hr, null);
  }

  Remand reassessed(Reassessment made) {
    return new Remand(at, namedBy, made);
  }
}
