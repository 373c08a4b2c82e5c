package org.evenhand.analytics.duty;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** A duty as its service tells of it. */
record DutyChanged(UUID id, String kind, String side, LocalDate dueOn, String state, boolean late) {

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about its subject
   */
  static DutyChanged of(ReceivedEvent event) {
    DutyChanged duty = event.as(DutyChanged.class);
    if (Stream.of(duty.kind, duty.side, duty.dueOn, duty.state).anyMatch(Objects::isNull)
        || !event.subjectId().equals(duty.id)) {
      throw new RefusedEvent(
          "kind, side, dueOn and state must be there, and the id that is the subject");
    }
    return duty;
  }
}
