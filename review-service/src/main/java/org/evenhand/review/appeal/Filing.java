package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was filed.
 *
 * @param precedent which case was rated otherwise; this or the next is needed for the ground
 *     CONSISTENCY
 * @param precedentId of one that was out when it was cited
 * @param lateReason why it comes after the time to appeal; screening judges that
 * @param by the appellant, or HR for one who has left
 */
public record Filing(
    List<Ground> grounds,
    String statement,
    @Nullable String precedent,
    @Nullable UUID precedentId,
    @Nullable String lateReason,
    UUID by,
    Instant at) {

  public Filing {
    grounds = grounds.stream().sorted().toList();
  }
}
