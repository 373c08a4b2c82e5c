package org.evenhand.review.growth.goal.assignment;

import java.util.List;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.review.growth.goal.terms.GoalVisibility;

/** The columns of a file of goals, by the names that senders use. */
final class GoalAssignmentColumns {

  static final String EXTERNAL_ID = "externalId";
  static final String ASSIGNMENT_ID = "assignmentId";
  static final String GOAL = "goal";
  static final String WEIGHT = "weight";
  static final String VISIBILITY = "visibility";
  static final String DUE_ON = "dueOn";

  private static final int KEY_LENGTH = 100;
  private static final int WHOLE = 100;

  static final List<ImportColumn> ALL =
      List.of(
          ImportColumn.key(EXTERNAL_ID, KEY_LENGTH).required(),
          ImportColumn.key(ASSIGNMENT_ID, KEY_LENGTH)
              .whereBlank("the assignment that stands for the person"),
          ImportColumn.key(GOAL, KEY_LENGTH).required(),
          ImportColumn.number(WEIGHT, 1, WHOLE).whereBlank("no weight"),
          ImportColumn.oneOf(VISIBILITY, GoalVisibility.class).orElse(GoalVisibility.SELF_AND_LINE),
          ImportColumn.date(DUE_ON).required());

  private GoalAssignmentColumns() {}
}
