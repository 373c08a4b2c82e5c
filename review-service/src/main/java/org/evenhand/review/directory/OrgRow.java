package org.evenhand.review.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of an org import that could be read.
 *
 * @param assignmentId null where the HRIS keeps no assignments: the person's only or main one
 * @param managerTold whether the row says who the manager is, be it nobody
 * @param person what it says of the person, over what is known of them
 * @param position what it says of the assignment, over what is known of it
 */
record OrgRow(
    OrgAction action,
    String externalId,
    @Nullable String assignmentId,
    Relationship relationship,
    LocalDate effectiveFrom,
    boolean managerTold,
    @Nullable String managerExternalId,
    Over<Person> person,
    Over<Position> position) {

  /** What a row tells of a thing, laid over what is known of it already. */
  @FunctionalInterface
  interface Over<T> {
    T over(@Nullable T known);
  }

  Optional<String> assignment() {
    return Optional.ofNullable(assignmentId);
  }
}
