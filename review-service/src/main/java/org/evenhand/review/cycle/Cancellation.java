package org.evenhand.review.cycle;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a cycle is given up, by whom and when. What both sides have opened only both give up: until
 * the other side has countersigned, it is proposed.
 *
 * @param side of whoever proposed it
 */
public record Cancellation(
    String reason,
    UUID employeeId,
    Instant at,
    @Nullable Side side,
    @Nullable Signature countersignature) {

  static Cancellation proposed(String reason, Signature by) {
    return new Cancellation(reason, by.employeeId(), by.at(), by.side(), null);
  }

  Cancellation countersigned(Signature second) {
    JointDecision agreed = decision().countersigned(second);
    return new Cancellation(reason, employeeId, at, side, agreed.countersignature());
  }

  public JointDecision decision() {
    return new JointDecision(
        new Signature(employeeId, Objects.requireNonNull(side), at), countersignature);
  }
}
