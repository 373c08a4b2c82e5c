package org.evenhand.policy.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code org.evenhand.employee.recorded.v1}. */
record EmployeeRecorded(
    UUID employeeId,
    String externalId,
    String status,
    @Nullable UUID managerId,
    @Nullable List<UUID> furtherManagerIds,
    @Nullable List<UUID> dottedManagerIds,
    @Nullable String country,
    @Nullable String legalEntity,
    @Nullable String workerType,
    @Nullable String workLocation,
    @Nullable String orgUnit,
    @Nullable List<HrUnit> hrUnits) {

  /** A unit that they serve as HR, from the first day to the last, both included. */
  record HrUnit(String orgUnit, LocalDate from, @Nullable LocalDate to) {}
}
