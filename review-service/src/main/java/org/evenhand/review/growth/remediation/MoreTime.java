package org.evenhand.review.growth.remediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * More time, which is given once.
 *
 * @param from the last day that there was, or the day on which it was given where that is later
 */
public record MoreTime(int days, LocalDate from, String reason, UUID by, Instant at) {

  LocalDate until() {
    return from.plusDays(days);
  }
}
