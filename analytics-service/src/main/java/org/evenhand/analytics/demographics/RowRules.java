package org.evenhand.analytics.demographics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.analytics.demographics.DemographicRows.Found;
import org.evenhand.analytics.demographics.PendingChanges.Change;
import org.evenhand.kit.data.ImportRow;
import org.evenhand.kit.data.RowOutcome;
import org.evenhand.kit.data.RowResult;
import org.evenhand.kit.web.Violation;
import org.jspecify.annotations.Nullable;

/** What becomes of a row. Nothing that is said of it repeats its value. */
final class RowRules {

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
    String key = row.values().getOrDefault("dimension", "");
    String value = row.values().getOrDefault("value", "");
    Dimension dimension = dimensions.get(key);
    if (dimension == null) {
      return refused(row, "dimension", "is not a known dimension; known are " + known());
    }
    if (person == null) {
      return refused(row, "externalId", "is not in the directory");
    }
    if (!dimension.isEnabledIn(person.country())) {
      return refused(
          row, "dimension", "is not enabled in the country where this person is employed");
    }
    if (!dimension.has(value)) {
      return refused(row, "value", "is not one of the values of this dimension");
    }
    Optional<Violation> stale = isOlderThanWithdrawal(row, person);
    if (stale.isPresent()) {
      return new Decision(RowResult.refused(row.row(), stale.get()), Optional.empty());
    }
    if (person.isSame()) {
      return new Decision(outcome(row, RowOutcome.UNCHANGED), Optional.empty());
    }
    return new Decision(
        outcome(row, person.isHeld() ? RowOutcome.CHANGED : RowOutcome.CREATED),
        Optional.of(new Change(person.employeeId(), key, value)));
  }

  /** A withdrawal stands until the person declares anew: a nightly import must not undo it. */
  private static Optional<Violation> isOlderThanWithdrawal(ImportRow row, Found person) {
    if (person.withdrawnAt() == null || person.isHeld()) {
      return Optional.empty();
    }
    LocalDate withdrawn = LocalDate.ofInstant(person.withdrawnAt(), ZoneOffset.UTC);
    String declaredOn = row.values().get("declaredOn");
    try {
      boolean isNewer = declaredOn != null && !LocalDate.parse(declaredOn).isBefore(withdrawn);
      return isNewer
          ? Optional.empty()
          : Optional.of(
              Violation.cell(
                  row.row(),
                  "declaredOn",
                  "the person withdrew this; state the day of a declaration made after that"));
    } catch (DateTimeParseException e) {
      return Optional.of(
          Violation.cell(row.row(), "declaredOn", "must be a date, such as 2026-11-22"));
    }
  }

  private String known() {
    return dimensions.isEmpty()
        ? "none yet"
        : dimensions.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  private static Decision refused(ImportRow row, String column, String detail) {
    return new Decision(
        RowResult.refused(row.row(), Violation.cell(row.row(), column, detail)), Optional.empty());
  }

  private static RowResult outcome(ImportRow row, RowOutcome outcome) {
    return new RowResult(row.row(), outcome, null, List.of());
  }
}
