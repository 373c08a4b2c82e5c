package org.evenhand.review.rating;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers outside learn of a rating, as a fact on {@link #TOPIC} and as the present state
 * on {@link #CURRENT_TOPIC}. Emitted from the moment on when the reviewee sees the rating, not
 * before.
 *
 * @param originalOrdinal what the reviewer gave
 * @param ordinal what counts now
 * @param previousOrdinal what counted before this change, if this is one
 * @param disputed whether the reviewee disagrees with it
 * @param underAppeal whether an appeal against it is open
 */
public record RatingFact(
    UUID reviewId,
    UUID cycleId,
    String cycleKey,
    Origin origin,
    UUID employeeId,
    String orgUnit,
    String jobLevel,
    String jobFamily,
    String workLocation,
    Scale scale,
    @Nullable UUID policyId,
    @Nullable Integer policyVersion,
    int originalOrdinal,
    int ordinal,
    @Nullable Integer previousOrdinal,
    boolean calibrated,
    @Nullable String reasonCode,
    boolean disputed,
    boolean underAppeal,
    Instant effectiveAt,
    Instant recordedAt) {

  /** The public topic of facts. */
  public static final String TOPIC = "evenhand.ratings";

  /** The public, compacted topic of present ratings. */
  public static final String CURRENT_TOPIC = "evenhand.current-ratings";

  /** The type of every record on {@link #CURRENT_TOPIC}. */
  public static final String CURRENT_TYPE = "org.evenhand.rating.current.v1";
}
