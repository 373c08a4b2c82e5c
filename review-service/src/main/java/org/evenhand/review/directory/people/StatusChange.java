package org.evenhand.review.directory.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That somebody went on leave, came back, or left. Kept beside how they stand now, so that what
 * lies between two looks at them is known too.
 *
 * @param on the day from which on it holds, as the HRIS says
 */
public record StatusChange(UUID employeeId, EmploymentStatus status, LocalDate on) {}
