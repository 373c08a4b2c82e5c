package org.evenhand.review.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.kit.data.RowResult;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.directory.Assignment;
import org.evenhand.review.directory.Employee;

/** Finds whom and which assignment a row is about. */
final class HistoryPlaces {

  private HistoryPlaces() {}

  /** Takes out the rows that are about nobody and nothing that we know, and says why. */
  static List<RowResult> refuse(Map<Long, HistoryRow> rows, Map<String, Employee> known) {
    List<RowResult> refused = new ArrayList<>();
    for (Iterator<Map.Entry<Long, HistoryRow>> each = rows.entrySet().iterator();
        each.hasNext(); ) {
      Map.Entry<Long, HistoryRow> entry = each.next();
      Optional<Violation> violation = violation(entry.getKey(), entry.getValue(), known);
      if (violation.isPresent()) {
        refused.add(RowResult.refused(entry.getKey(), violation.get()));
        each.remove();
      }
    }
    return refused;
  }

  /** The assignment that was rated: an ended one too, the past is what this is about. */
  static Optional<Assignment> assignment(Employee employee, HistoryRow row) {
    return row.assignmentId().isEmpty()
        ? Optional.of(employee.main())
        : employee.assignments().stream()
            .filter(a -> a.assignmentId().equals(row.assignmentId().get()))
            .findFirst();
  }

  private static Optional<Violation> violation(
      long number, HistoryRow row, Map<String, Employee> known) {
    Employee employee = known.get(row.externalId());
    if (employee == null) {
      return cell(number, HistoryRowReader.EXTERNAL_ID, "is nobody whom the directory knows");
    }
    if (assignment(employee, row).isEmpty()) {
      return cell(number, HistoryRowReader.ASSIGNMENT_ID, "is no assignment of the person");
    }
    if (row.reviewerExternalId().filter(id -> !known.containsKey(id)).isPresent()) {
      return cell(number, HistoryRowReader.REVIEWER, "is nobody whom the directory knows");
    }
    if (row.reviewerExternalId().filter(row.externalId()::equals).isPresent()) {
      return cell(number, HistoryRowReader.REVIEWER, "is the person themself");
    }
    return Optional.empty();
  }

  private static Optional<Violation> cell(long number, String column, String detail) {
    return Optional.of(Violation.cell(number, column, detail));
  }
}
