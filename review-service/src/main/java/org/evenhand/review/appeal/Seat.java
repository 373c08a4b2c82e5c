package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place in a panel.
 *
 * @param place where they work, whose days count for what they owe
 * @param score what they gave alone and blind; it stays as it was
 */
public record Seat(UUID employeeId, String place, @Nullable Score score) {

  /** The level that the redacted evidence speaks for. */
  public record Score(int ordinal, String reason, Instant at) {}

  public static Seat of(UUID employeeId, String place) {
    return new Seat(employeeId, place, null);
  }

  Seat scored(Score given) {
    return new Seat(employeeId, place, given);
  }
}
