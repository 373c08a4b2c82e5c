package org.evenhand.analytics.growth;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** A development plan that a result has begun, or that ended before anybody could agree on it. */
record PlanOwed(UUID planId, UUID employeeId, Instant at) {

  static final String BEGUN = "org.evenhand.plan.begun.v1";
  static final String WITHDRAWN = "org.evenhand.plan.withdrawn.v1";

  /**
   * @throws RefusedEvent when a field is missing or impossible, or it isn't about its subject
   */
  static PlanOwed of(ReceivedEvent event) {
    PlanOwed owed = event.as(PlanOwed.class);
    if (Stream.of(owed.planId, owed.employeeId, owed.at).anyMatch(Objects::isNull)
        || !FigureYear.has(owed.at)
        || !event.subjectId().equals(owed.planId)) {
      throw new RefusedEvent(
          "A plan that is owed names itself as the subject, its person and its moment");
    }
    return owed;
  }

  int year() {
    return at.atZone(ZoneOffset.UTC).getYear();
  }
}
