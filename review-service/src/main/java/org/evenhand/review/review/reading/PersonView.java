package org.evenhand.review.review.reading;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.evenhand.review.directory.people.Names;

/** A person by name, and by both ids. */
public record PersonView(UUID employeeId, String externalId, String name) {

  public static PersonView of(UUID person, Names names) {
    Names.Known known = requireNonNull(names.known().get(person));
    return new PersonView(person, known.externalId(), known.name());
  }
}
