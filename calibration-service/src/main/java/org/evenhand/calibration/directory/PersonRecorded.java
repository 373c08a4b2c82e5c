package org.evenhand.calibration.directory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of {@code employee.recorded}. */
record PersonRecorded(
    UUID employeeId,
    String externalId,
    @Nullable UUID managerId,
    String orgUnit,
    @Nullable String workLocation,
    @Nullable String country,
    @Nullable String legalEntity,
    @Nullable String workerType,
    String status,
    @Nullable List<HrUnit> hrUnits) {

  /** A unit that the person serves as HR partner, {@code to} included. */
  record HrUnit(
      String orgUnit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate from,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable LocalDate to) {}
}
