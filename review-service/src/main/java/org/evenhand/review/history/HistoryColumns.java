package org.evenhand.review.history;

import java.util.List;
import org.evenhand.kit.data.imports.file.ImportColumn;

/** The columns of a rating import, by the names that senders use. */
final class HistoryColumns {

  static final String EXTERNAL_ID = "externalId";
  static final String ASSIGNMENT_ID = "assignmentId";
  static final String CYCLE = "cycle";
  static final String PERIOD_START = "periodStart";
  static final String PERIOD_END = "periodEnd";
  static final String ORDINAL = "ordinal";
  static final String LABEL = "label";
  static final String SCALE_SIZE = "scaleSize";
  static final String FAVOURABLE_FROM = "favourableFrom";
  static final String REVIEWER = "reviewerExternalId";

  private static final int KEY_LENGTH = 100;
  private static final int LABEL_LENGTH = 200;
  private static final int SMALLEST_SCALE = 2;
  private static final int LARGEST_SCALE = 100;

  static final List<ImportColumn> ALL =
      List.of(
          ImportColumn.key(EXTERNAL_ID, KEY_LENGTH).required(),
          ImportColumn.key(ASSIGNMENT_ID, KEY_LENGTH)
              .whereBlank("the assignment that stands for the person"),
          ImportColumn.key(CYCLE, KEY_LENGTH).required(),
          ImportColumn.date(PERIOD_START).required(),
          ImportColumn.date(PERIOD_END).required(),
          ImportColumn.number(ORDINAL, 1, LARGEST_SCALE).required(),
          ImportColumn.text(LABEL, LABEL_LENGTH).required(),
          ImportColumn.number(SCALE_SIZE, SMALLEST_SCALE, LARGEST_SCALE).required(),
          ImportColumn.number(FAVOURABLE_FROM, 1, LARGEST_SCALE)
              .whereBlank("the highest level alone is favourable"),
          ImportColumn.key(REVIEWER, KEY_LENGTH));

  private HistoryColumns() {}
}
