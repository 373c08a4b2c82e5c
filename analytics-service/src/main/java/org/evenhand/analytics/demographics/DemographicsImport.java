package org.evenhand.analytics.demographics;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.demographics.PendingChanges.Change;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.time.Days;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in what persons have declared, as the HRIS knows it. */
@ApplicationScoped
class DemographicsImport implements ImportHandler {

  static final String KIND = "demographics";

  /** Two rows for the same would make the outcome depend on where a chunk ends. */
  private static final String REPEATED =
      """
      numbered as (
        select row, first_value(row) over about as first
        from staged where not refused
        window about as (
          partition by "values" ->> 'externalId', "values" ->> 'dimension' order by row)),
      refusal(row, "column", detail) as (
        select row, 'dimension',
          'an earlier row, ' || first || ', is about the same person and dimension'
        from numbered where row > first)
      """;

  private final DemographicDimensions dimensions;
  private final DemographicRows rows;
  private final PendingChanges changes;

  private final Clock clock;

  DemographicsImport(
      DemographicDimensions dimensions, DemographicRows rows, PendingChanges changes, Clock clock) {
    this.dimensions = dimensions;
    this.rows = rows;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.key(RowRules.EXTERNAL_ID, 100).required(),
        ImportColumn.key(RowRules.DIMENSION, 100).required(),
        ImportColumn.confidential(RowRules.VALUE, 100).required(),
        ImportColumn.date(RowRules.DECLARED_ON)
            .whereBlank("nothing is said; after a withdrawal: refused"));
  }

  @Override
  public List<Violation> check(ImportRow row) {
    return RowRules.isDeclaredAhead(row, Days.begun(clock.instant()))
        ? List.of(RANGE.cell(row.row(), RowRules.DECLARED_ON, "lies ahead"))
        : List.of();
  }

  /**
   * First what each row breaks, so that of two about the same a bad one takes no good one along.
   */
  @Override
  public Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return dimensions
        .all(session)
        .chain(all -> sent.refuseEach(chunk -> violations(session, chunk, new RowRules(all))))
        .chain(() -> sent.refuse(DUPLICATE, REPEATED))
        .replaceWithVoid();
  }

  private Uni<List<Violation>> violations(
      Mutiny.Session session, List<ImportRow> chunk, RowRules rules) {
    return rows.look(session, chunk)
        .map(
            found ->
                chunk.stream()
                    .map(row -> rules.decide(row, found.get(row.row())).result())
                    .flatMap(result -> result.errors().stream())
                    .toList());
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    return CountingLock.alone(session)
        .chain(() -> dimensions.all(session))
        .chain(
            all ->
                rows.look(session, chunk)
                    .chain(found -> apply(session, chunk, found, new RowRules(all))));
  }

  private Uni<List<RowResult>> apply(
      Mutiny.Session session,
      List<ImportRow> chunk,
      Map<Long, DemographicRows.Found> found,
      RowRules rules) {
    List<RowResult> results = new ArrayList<>();
    List<Change> accepted = new ArrayList<>();
    for (ImportRow row : chunk) {
      RowRules.Decision decision = rules.decide(row, found.get(row.row()));
      results.add(decision.result());
      decision.change().ifPresent(accepted::add);
    }
    return changes.make(session, accepted).replaceWith(results);
  }
}
