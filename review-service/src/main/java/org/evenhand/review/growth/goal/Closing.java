package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.jspecify.annotations.Nullable;

/**
 * How a goal ended.
 *
 * @param by null where it ended with the assignment
 * @param side whose closing it was; the other side may remark on it
 */
public record Closing(
    Outcome outcome,
    @Nullable String reason,
    @Nullable UUID by,
    @Nullable AgreementSide side,
    Instant at,
    @Nullable Remark remark) {

  /** What the other side says to it. */
  public record Remark(String text, UUID by, Instant at) {}

  Closing with(Remark said) {
    return new Closing(outcome, reason, by, side, at, said);
  }
}
