package org.evenhand.policy.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** An employee as the directory tells of them, and when it did. */
record EmployeeState(@JsonUnwrapped EmployeeRecorded employee, Instant toldAt) {

  boolean hasLeft() {
    return employee.status().equals("TERMINATED");
  }

  /**
   * @throws RefusedEvent when it doesn't say whom it is about
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
