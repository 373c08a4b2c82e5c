package org.evenhand.review.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

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

  OrgRowReader.Read read() {
    return OrgRowReader.read(1, cells, TODAY);
  }

  OrgRow row() {
    OrgRowReader.Read read = read();
    return read.row().orElseThrow(() -> new AssertionError(read.violations()));
  }
}
