package org.evenhand.analytics.growth;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** Feedback that somebody gave to one or several people. */
record FeedbackTold(
    UUID feedbackId, UUID authorId, List<UUID> recipientIds, String kind, Instant at) {

  static final String GIVEN = "org.evenhand.feedback.given.v1";
  static final String REMOVED = "org.evenhand.feedback.removed.v1";

  /**
   * @throws RefusedEvent when a field is missing or impossible, or it isn't about its subject
   */
  static FeedbackTold of(ReceivedEvent event) {
    FeedbackTold told = event.as(FeedbackTold.class);
    if (!told.isWhole() || !event.subjectId().equals(told.feedbackId)) {
      throw new RefusedEvent(
          "Feedback names itself as the subject, its author, recipients, kind and moment");
    }
    return told;
  }

  private boolean isWhole() {
    return Stream.of(feedbackId, authorId, recipientIds, kind, at).allMatch(Objects::nonNull)
        && recipientIds.stream().allMatch(Objects::nonNull)
        && FigureYear.has(at);
  }

  int year() {
    return at.atZone(ZoneOffset.UTC).getYear();
  }

  boolean recognition() {
    return kind.equals("RECOGNITION");
  }
}
