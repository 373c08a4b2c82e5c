package org.evenhand.review.review.reading;

import java.util.UUID;
import org.evenhand.review.directory.people.Employee;

/** A person by name. */
public record PersonView(UUID employeeId, String externalId, String name) {

  static PersonView of(Employee employee) {
    return new PersonView(employee.id(), employee.externalId(), employee.name());
  }
}
