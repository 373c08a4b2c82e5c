package org.evenhand.analytics.counts;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** A result that was shared, and when. */
public record SharedResult(UUID reviewId, UUID employeeId, Instant recordedAt) {

  static final String TYPE = "org.evenhand.review.shared.v1";

  /**
   * @throws RefusedEvent when a field is missing
   */
  static SharedResult of(ReceivedEvent event) {
    SharedResult result = event.as(SharedResult.class);
    if (Stream.of(result.reviewId, result.employeeId, result.recordedAt)
        .anyMatch(Objects::isNull)) {
      throw new RefusedEvent("A shared result names its review, its person and its moment");
    }
    return result;
  }
}
