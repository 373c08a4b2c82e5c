package org.evenhand.analytics.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** An employee as the directory tells of them, and when it did. */
record EmployeeState(@JsonUnwrapped EmployeeRecorded employee, Instant toldAt) {

  /**
   * @throws RefusedEvent when a field is missing by which a person is recognised
   */
  static EmployeeState of(ReceivedEvent event) {
    EmployeeRecorded employee = event.as(EmployeeRecorded.class);
    if (Stream.of(employee.externalId(), employee.status()).anyMatch(Objects::isNull)
        || !event.subjectId().equals(employee.employeeId())) {
      throw new RefusedEvent(
          "externalId and status must be there, and the employeeId that is the subject");
    }
    return new EmployeeState(employee, event.time());
  }
}
