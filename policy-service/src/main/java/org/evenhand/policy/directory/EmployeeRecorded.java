package org.evenhand.policy.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code org.evenhand.employee.recorded.v1}. */
record EmployeeRecorded(
    UUID employeeId,
    String externalId,
    String status,
    @Nullable UUID managerId,
    @Nullable String country,
    @Nullable String legalEntity,
    @Nullable String workerType,
    @Nullable String workLocation) {}
