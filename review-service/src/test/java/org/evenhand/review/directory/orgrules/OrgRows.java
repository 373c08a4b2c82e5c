package org.evenhand.review.directory.orgrules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;

/** Rows of org imports for tests that need no database. */
final class OrgRows {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Map<String, String> cells = new HashMap<>();

  private OrgRows() {}

  /** A full row; what a test is not about is filled in. */
  static OrgRows hire(String externalId) {
    return action("HIRE", externalId)
        .with("givenName", "Zoë")
        .with("familyName", "Brontë")
        .with("orgUnit", "care")
        .with("jobLevel", "L4")
        .with("jobFamily", "support")
        .with("workLocation", "Utrecht")
        .with("country", "NL")
        .with("legalEntity", "Linden")
        .with("workerType", "EMPLOYEE")
        .with("effectiveFrom", "2020-01-01");
  }

  /** A row of an export that tells how somebody stands. */
  static OrgRows told(String externalId) {
    return hire(externalId).without("action").without("effectiveFrom");
  }

  static OrgRows action(String action, String externalId) {
    return new OrgRows()
        .with("externalId", externalId)
        .with("action", action)
        .with("effectiveFrom", "2026-01-01");
  }

  OrgRows with(String column, String value) {
    cells.put(column, value);
    return this;
  }

  OrgRows without(String column) {
    cells.remove(column);
    return this;
  }

  /** What is wrong with the row, cell by cell; of one all of whose cells read, by its rules. */
  List<Violation> faults() {
    List<Violation> faults = new ArrayList<>();
    for (ImportColumn column : OrgColumns.ALL) {
      Optional.ofNullable(cells.get(column.name()))
          .flatMap(column::fault)
          .ifPresent(fault -> faults.add(ViolationCode.MALFORMED.cell(1, column.name(), fault)));
    }
    return faults.isEmpty() ? read().faults(TODAY) : faults;
  }

  OrgRow row() {
    assertEquals(List.of(), faults());
    return read();
  }

  private OrgRow read() {
    Map<String, String> read = new HashMap<>();
    OrgColumns.ALL.forEach(
        column -> column.standing().ifPresent(value -> read.put(column.name(), value)));
    read.putAll(cells);
    return new OrgRow(new ImportRow(1, read));
  }
}
