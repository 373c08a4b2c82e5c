package org.evenhand.policy.directory;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code org.evenhand.employee.recorded.v1}. */
record EmployeeRecorded(
    UUID employeeId,
    String externalId,
    String status,
    @Nullable UUID managerId,
    @Nullable String country,
    @Nullable String legalEntity,
    @Nullable String workerType) {

  /**
   * @throws RefusedEvent when it does not say whom it is about
   */
  EmployeeRecorded complete() {
    if (Stream.of(employeeId, externalId, status).anyMatch(Objects::isNull)) {
      throw new RefusedEvent("employeeId, externalId and status must be there");
    }
    return this;
  }
}
