package org.evenhand.analytics.counts;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/**
 * What analytics reads of how an appeal stands.
 *
 * @param admitted whether it was; of one that is screened still it isn't
 * @param ended whether nothing more comes of it
 */
record AppealState(
    UUID appealId,
    UUID reviewId,
    UUID cycleId,
    String orgUnit,
    String state,
    boolean admitted,
    Instant filedAt,
    boolean ended) {

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about its subject
   */
  static AppealState of(ReceivedEvent event) {
    AppealState appeal = event.as(AppealState.class);
    if (Stream.of(appeal.reviewId, appeal.cycleId, appeal.orgUnit, appeal.state, appeal.filedAt)
            .anyMatch(Objects::isNull)
        || !event.subjectId().equals(appeal.appealId)) {
      throw new RefusedEvent(
          "An appeal names its review, cycle, unit, state and when it was filed, and the id that is"
              + " the subject");
    }
    return appeal;
  }
}
