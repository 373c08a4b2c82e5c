package org.evenhand.analytics.demographics;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.analytics.demographics.DemographicRows.Found;
import org.evenhand.analytics.demographics.PendingChanges.Change;
import org.evenhand.kit.data.imports.RowOutcome;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.time.Days;
import org.jspecify.annotations.Nullable;

/** What becomes of a row. Nothing that is said of it repeats its value. */
final class RowRules {

  static final String EXTERNAL_ID = "externalId";
  static final String DIMENSION = "dimension";
  static final String VALUE = "value";
  static final String DECLARED_ON = "declaredOn";

  private final Map<String, Dimension> dimensions;

  RowRules(List<Dimension> dimensions) {
    this.dimensions =
        dimensions.stream().collect(Collectors.toMap(Dimension::key, Function.identity()));
  }

  /**
   * What the sender is told, and what changes.
   *
   * @param change empty when the row changes nothing
   */
  record Decision(RowResult result, Optional<Change> change) {}

  Decision decide(ImportRow row, @Nullable Found person) {
    String key = row.required(DIMENSION);
    String value = row.required(VALUE);
    Dimension dimension = dimensions.get(key);
    if (dimension == null) {
      return refused(row, DIMENSION, "is not a known dimension; known are " + known());
    }
    if (person == null) {
      return refused(row, EXTERNAL_ID, "is not in the directory");
    }
    if (!dimension.isEnabledIn(person.country())) {
      return refused(row, DIMENSION, "is not enabled in the country where this person is employed");
    }
    if (!dimension.has(value)) {
      return refused(row, VALUE, "is not one of the values of this dimension");
    }
    if (person.isSame()) {
      return new Decision(outcome(row, RowOutcome.UNCHANGED), Optional.empty());
    }
    if (isWithdrawn(row, person)) {
      return refused(
          row,
          DECLARED_ON,
          "the person withdrew this; state the day of a declaration made on a later day");
    }
    return new Decision(
        outcome(row, person.isHeld() ? RowOutcome.CHANGED : RowOutcome.CREATED),
        Optional.of(new Change(person.employeeId(), key, value)));
  }

  /**
   * A withdrawal stands until the person declares anew: a nightly import must not undo it. Neither
   * may it put what was withdrawn in the place of what has been declared since. Where the person
   * was isn't known, so only a day that came later everywhere comes after the withdrawal.
   */
  private static boolean isWithdrawn(ImportRow row, Found person) {
    return person.withdrawnAt() != null
        && row.date(DECLARED_ON).filter(Days.begun(person.withdrawnAt())::isBefore).isEmpty();
  }

  static boolean isDeclaredAhead(ImportRow row, LocalDate today) {
    return row.date(DECLARED_ON).filter(today::isBefore).isPresent();
  }

  private String known() {
    return dimensions.isEmpty()
        ? "none yet"
        : dimensions.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private static Decision refused(ImportRow row, String column, String detail) {
    return new Decision(
        RowResult.refused(row.row(), NOT_ALLOWED.cell(row.row(), column, detail)),
        Optional.empty());
  }

  private static RowResult outcome(ImportRow row, RowOutcome outcome) {
    return RowResult.taken(row.row(), outcome, null);
  }
}
