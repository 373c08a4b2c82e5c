package org.evenhand.review.growth.opportunity.past;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.RowOutcome;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.growth.opportunity.reach.PastReach;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes in who came how far with opportunities of another system, one row for each person in each.
 * The rows of one may lie anywhere in the file, so nothing is written before all have been seen.
 */
@ApplicationScoped
class PastImport implements ImportHandler {

  static final String KIND = "opportunity";

  /** No audit is made of what was decided before. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private final PastChecks checks;
  private final PastReach reach;
  private final Clock clock;

  PastImport(PastChecks checks, PastReach reach, Clock clock) {
    this.checks = checks;
    this.reach = reach;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<ImportColumn> columns() {
    return PastColumns.ALL;
  }

  @Override
  public List<Violation> check(ImportRow row) {
    LocalDate decidedOn = row.date(PastColumns.DECIDED_ON).orElseThrow();
    if (decidedOn.isAfter(Days.begun(clock.instant()))) {
      return outOfRange(row, "lies ahead: only what has been decided is history");
    }
    return decidedOn.isBefore(FIRST_DAY)
        ? outOfRange(row, "is before " + FIRST_DAY + ", the first day that is counted")
        : List.of();
  }

  private static List<Violation> outOfRange(ImportRow row, String detail) {
    return List.of(RANGE.cell(row.row(), PastColumns.DECIDED_ON, detail));
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return checks.check(sent);
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    return Uni.createFrom()
        .item(
            chunk.stream()
                .map(row -> RowResult.taken(row.row(), RowOutcome.CREATED, null))
                .toList());
  }

  @Override
  public Uni<Void> finish(Mutiny.Session session, StagedImport sent) {
    return reach.take(sent);
  }
}
