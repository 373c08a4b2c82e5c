package org.evenhand.analytics.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What analytics reads of an employee. */
record EmployeeRecorded(
    UUID employeeId,
    String externalId,
    @Nullable UUID managerId,
    @Nullable String orgUnit,
    @Nullable String jobFamily,
    @Nullable String jobLevel,
    @Nullable String workLocation,
    @Nullable String country,
    String status,
    @Nullable List<HrUnit> hrUnits) {

  /** A unit that the employee serves as HR partner, {@code to} included. */
  record HrUnit(
      String orgUnit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate from,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable LocalDate to) {}
}
