package org.evenhand.review.growth.upward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers learn of a round on {@code evenhand.development}: never how many have written.
 *
 * @param employeeId about whom it is
 * @param asked how many were asked
 * @param outcome of one that has ended
 */
record UpwardEvent(
    UUID roundId,
    UUID employeeId,
    int asked,
    LocalDate closesOn,
    @Nullable Outcome outcome,
    Instant at) {

  /** How a round ended. */
  enum Outcome {
    /** Whether anything is shown would tell of three who were asked that each has written. */
    CLOSED,
    CANCELLED
  }
}
