package org.evenhand.review.history;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.rating.Scale;

/**
 * A row of a rating import.
 *
 * @param cycle the key of the cycle in the other system
 * @param assignmentId the contract that was rated; the main one where none is told
 * @param scale the whole cycle's scale
 */
record HistoryRow(
    String externalId,
    Optional<String> assignmentId,
    String cycle,
    LocalDate periodStart,
    LocalDate periodEnd,
    int ordinal,
    String label,
    Scale scale,
    Optional<String> reviewerExternalId) {

  /** Where none is told, the highest level alone is favourable. */
  static HistoryRow of(ImportRow row) {
    int size = row.number(HistoryColumns.SCALE_SIZE).orElseThrow();
    return new HistoryRow(
        row.required(HistoryColumns.EXTERNAL_ID),
        row.text(HistoryColumns.ASSIGNMENT_ID),
        row.required(HistoryColumns.CYCLE),
        row.date(HistoryColumns.PERIOD_START).orElseThrow(),
        row.date(HistoryColumns.PERIOD_END).orElseThrow(),
        row.number(HistoryColumns.ORDINAL).orElseThrow(),
        row.required(HistoryColumns.LABEL),
        new Scale(size, row.number(HistoryColumns.FAVOURABLE_FROM).orElse(size)),
        row.text(HistoryColumns.REVIEWER));
  }

  /**
   * What is wrong with it, whatever else stands in the file.
   *
   * @param today the latest day that has begun anywhere
   */
  List<Violation> faults(long number, LocalDate today) {
    List<Violation> faults = new ArrayList<>();
    if (ordinal > scale.size()) {
      faults.add(offScale(number, HistoryColumns.ORDINAL));
    }
    if (scale.favourableFrom() > scale.size()) {
      faults.add(offScale(number, HistoryColumns.FAVOURABLE_FROM));
    }
    if (periodEnd.isAfter(today)) {
      faults.add(
          RANGE.cell(
              number,
              HistoryColumns.PERIOD_END,
              "lies ahead: only ratings of past periods are history"));
    }
    if (periodStart.isAfter(periodEnd)) {
      faults.add(INCONSISTENT.cell(number, HistoryColumns.PERIOD_END, "is before periodStart"));
    }
    if (reviewerExternalId.filter(externalId::equals).isPresent()) {
      faults.add(NOT_ALLOWED.cell(number, HistoryColumns.REVIEWER, "is the person themself"));
    }
    return faults;
  }

  private Violation offScale(long number, String column) {
    return RANGE.cell(
        number, column, "is not between 1 and " + scale.size() + ", the row's scaleSize");
  }
}
