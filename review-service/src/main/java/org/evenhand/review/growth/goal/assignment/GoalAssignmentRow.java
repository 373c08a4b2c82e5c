package org.evenhand.review.growth.goal.assignment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.review.growth.goal.library.LibraryGoal;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.terms.GoalVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of goals.
 *
 * @param assignmentId the main one where none is told
 * @param goal the key of an entry of the library
 */
record GoalAssignmentRow(
    long number,
    String externalId,
    Optional<String> assignmentId,
    String goal,
    @Nullable Integer weight,
    GoalVisibility visibility,
    LocalDate dueOn) {

  static GoalAssignmentRow of(ImportRow row) {
    OptionalInt weight = row.number(GoalAssignmentColumns.WEIGHT);
    return new GoalAssignmentRow(
        row.row(),
        row.required(GoalAssignmentColumns.EXTERNAL_ID),
        row.text(GoalAssignmentColumns.ASSIGNMENT_ID),
        row.required(GoalAssignmentColumns.GOAL),
        weight.isPresent() ? weight.getAsInt() : null,
        row.oneOf(GoalAssignmentColumns.VISIBILITY, GoalVisibility.class).orElseThrow(),
        row.date(GoalAssignmentColumns.DUE_ON).orElseThrow());
  }

  GoalTerms terms(LibraryGoal entry) {
    return entry.content().terms(weight, visibility, dueOn);
  }
}
