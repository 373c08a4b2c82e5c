package org.evenhand.review.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.rating.Scale;
import org.evenhand.review.tabular.Cells;

/** Reads a row of a rating import cell by cell, as far as that needs no look at the directory. */
final class HistoryRowReader {

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

  static final List<String> COLUMNS =
      List.of(
          EXTERNAL_ID,
          ASSIGNMENT_ID,
          CYCLE,
          PERIOD_START,
          PERIOD_END,
          ORDINAL,
          LABEL,
          SCALE_SIZE,
          FAVOURABLE_FROM,
          REVIEWER);

  static final Set<String> REQUIRED =
      Set.of(EXTERNAL_ID, CYCLE, PERIOD_START, PERIOD_END, ORDINAL, LABEL, SCALE_SIZE);

  private static final int ID_LENGTH = 100;
  private static final int LABEL_LENGTH = 200;
  private static final int SMALLEST_SCALE = 2;
  private static final int LARGEST_SCALE = 100;

  /** The row, or what keeps it from being read; the one or the other. */
  record Read(Optional<HistoryRow> row, List<Violation> violations) {}

  private HistoryRowReader() {}

  static Read read(long number, Map<String, String> values, LocalDate today) {
    Cells cells = new Cells(number, values);
    Optional<HistoryRow> row = read(cells, today);
    return cells.violations().isEmpty()
        ? new Read(row, List.of())
        : new Read(Optional.empty(), cells.violations());
  }

  private static Optional<HistoryRow> read(Cells cells, LocalDate today) {
    Optional<String> externalId = cells.required(EXTERNAL_ID, ID_LENGTH);
    Optional<String> assignment = cells.text(ASSIGNMENT_ID, ID_LENGTH);
    Optional<String> cycle = cells.required(CYCLE, ID_LENGTH);
    Optional<LocalDate> start = cells.date(PERIOD_START);
    Optional<LocalDate> end = cells.date(PERIOD_END);
    Optional<String> label = cells.required(LABEL, LABEL_LENGTH);
    Optional<String> reviewer = cells.text(REVIEWER, ID_LENGTH);
    OptionalInt size = number(cells, SCALE_SIZE, SMALLEST_SCALE, LARGEST_SCALE);
    int top = size.orElse(LARGEST_SCALE);
    OptionalInt ordinal = number(cells, ORDINAL, 1, top);
    int favourable = cells.number(FAVOURABLE_FROM, 1, top).orElse(top);
    checkPeriod(cells, start, end, today);
    if (externalId.isEmpty()
        || cycle.isEmpty()
        || start.isEmpty()
        || end.isEmpty()
        || label.isEmpty()
        || ordinal.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HistoryRow(
            externalId.get(),
            assignment,
            cycle.get(),
            start.get(),
            end.get(),
            ordinal.getAsInt(),
            label.get(),
            new Scale(top, favourable),
            reviewer));
  }

  private static OptionalInt number(Cells cells, String column, int least, int greatest) {
    return cells.required(column, ID_LENGTH).isPresent()
        ? cells.number(column, least, greatest)
        : OptionalInt.empty();
  }

  private static void checkPeriod(
      Cells cells, Optional<LocalDate> start, Optional<LocalDate> end, LocalDate today) {
    if (end.filter(day -> day.isAfter(today)).isPresent()) {
      cells.refuse(PERIOD_END, "lies ahead: only ratings of past periods are history");
    }
    if (start.isPresent() && end.filter(start.get()::isAfter).isPresent()) {
      cells.refuse(PERIOD_END, "is before periodStart");
    }
  }
}
