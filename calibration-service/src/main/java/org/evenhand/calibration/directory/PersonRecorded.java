package org.evenhand.calibration.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of {@code employee.recorded}. */
record PersonRecorded(
    UUID employeeId, String externalId, @Nullable UUID managerId, String orgUnit, String status) {}
