package org.evenhand.analytics.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An employee as one state of the directory tells of them.
 *
 * @param sequence rises with each state of the same employee
 */
public record EmployeeState(@JsonUnwrapped EmployeeRecorded employee, long sequence) {}
