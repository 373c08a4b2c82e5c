package org.evenhand.kit.data.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code training.changed}.
 *
 * @param validUntil null where it counts for good, or stands still
 * @param at when it changed
 */
record HeldTold(
    UUID completionId,
    UUID moduleId,
    UUID personId,
    Boolean held,
    @Nullable LocalDate validUntil,
    @Nullable Instant at) {

  static final String TYPE = "org.evenhand.training.changed.v1";

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about the completion that is the
   *     subject
   */
  static HeldTold of(ReceivedEvent event) {
    HeldTold told = event.as(HeldTold.class);
    if (Stream.of(told.moduleId(), told.personId(), told.held()).anyMatch(Objects::isNull)
        || !event.subjectId().equals(told.completionId())) {
      throw new RefusedEvent(
          "moduleId, personId and held must be there, and the completionId that is the subject");
    }
    return told.at() == null
        ? new HeldTold(
            told.completionId(),
            told.moduleId(),
            told.personId(),
            told.held(),
            told.validUntil(),
            event.time())
        : told;
  }
}
