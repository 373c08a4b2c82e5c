package org.evenhand.review.directory.people;

/** Where an employee stands with the company, as far as reviews need to know. */
public enum EmploymentStatus {
  ACTIVE,
  ON_LEAVE,
  TERMINATED
}
