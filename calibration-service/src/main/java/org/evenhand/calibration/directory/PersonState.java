package org.evenhand.calibration.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** A person as the directory tells of them, and when it did. */
record PersonState(@JsonUnwrapped PersonRecorded person, Instant toldAt) {

  /**
   * @throws RefusedEvent when it does not say whom it is about, or where they stand
   */
  static PersonState of(ReceivedEvent event) {
    var person = event.as(PersonRecorded.class);
    if (Stream.of(person.externalId(), person.orgUnit(), person.status()).anyMatch(Objects::isNull)
        || !event.subjectId().equals(person.employeeId())) {
      throw new RefusedEvent(
          "externalId, orgUnit and status must be there, and the employeeId that is the subject");
    }
    return new PersonState(person, event.time());
  }
}
