package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was filed.
 *
 * @param precedent needed for the ground CONSISTENCY
 * @param lateReason why it comes after the time to appeal; screening judges that
 * @param by the appellant, or HR for one who has left
 */
public record Filing(
    List<Ground> grounds,
    String statement,
    @Nullable String precedent,
    @Nullable String lateReason,
    UUID by,
    Instant at) {

  public Filing {
    grounds = grounds.stream().sorted().toList();
  }
}
