package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.counts.Guard;
import org.evenhand.analytics.demographics.PendingChanges.Change;
import org.evenhand.kit.data.ImportHandler;
import org.evenhand.kit.data.ImportRow;
import org.evenhand.kit.data.RowResult;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in what persons have declared, as the HRIS knows it. */
@ApplicationScoped
class DemographicsImport implements ImportHandler {

  static final String KIND = "demographics";

  /** Two rows for the same would make the outcome depend on where a chunk ends. */
  private static final String REFUSE_REPEATED =
      """
      with repeated as (
        select row from (
          select row, row_number() over (
            partition by "values" ->> 'externalId', "values" ->> 'dimension' order by row) as nth
          from import_row where import_id = :import and not refused) numbered
        where nth > 1
      ), refused as (
        update import_row set refused = true
        where import_id = :import and row in (select row from repeated)
        returning row
      )
      insert into import_error (import_id, row, "column", detail)
      select :import, row, 'dimension', 'an earlier row is about the same person and dimension'
      from refused
      """;

  private final DemographicDimensions dimensions;
  private final DemographicRows rows;
  private final PendingChanges changes;

  DemographicsImport(
      DemographicDimensions dimensions, DemographicRows rows, PendingChanges changes) {
    this.dimensions = dimensions;
    this.rows = rows;
    this.changes = changes;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<String> columns() {
    return List.of("externalId", "dimension", "value", "declaredOn");
  }

  @Override
  public Set<String> requiredColumns() {
    return Set.of("externalId", "dimension", "value");
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(REFUSE_REPEATED)
        .setParameter("import", importId)
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, UUID importId, List<ImportRow> chunk, boolean dryRun) {
    return Guard.alone(session)
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
