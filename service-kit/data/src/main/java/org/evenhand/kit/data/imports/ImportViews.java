package org.evenhand.kit.data.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads an import as its sender sees it. */
@ApplicationScoped
class ImportViews {

  private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
  private static final TypeReference<List<CellChange>> CHANGES = new TypeReference<>() {};

  private final Mutiny.SessionFactory sessions;
  private final ImportSettings settings;

  public ImportViews(Mutiny.SessionFactory sessions, ImportSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  Uni<ImportView> find(UUID id, @Nullable String kind) {
    return find(id, job -> kind == null || kind.equals(job.kind()));
  }

  /** For whoever sent it alone. */
  Uni<ImportView> findOwn(UUID id, String kind, @Nullable String sender) {
    return find(id, job -> kind.equals(job.kind()) && job.isSentBy(sender));
  }

  private Uni<ImportView> find(UUID id, Predicate<ImportJob> wanted) {
    return sessions.withTransaction(
        session ->
            session
                .find(ImportJob.class, id)
                .chain(
                    job -> {
                      if (job == null || !wanted.test(job)) {
                        throw Problem.of(CommonProblem.NOT_FOUND, "There is no such import");
                      }
                      return job.done() && job.rows() <= settings.immediateRows()
                          ? results(session, id).map(job::view)
                          : Uni.createFrom().item(() -> job.view(null));
                    }));
  }

  private static Uni<List<RowResult>> results(Mutiny.Session session, UUID id) {
    return Rows.unflushed(
            session,
            """
            select sent.row, case when refused then 'REFUSED' else outcome end as became,
              result_id, cast(sent.changes as text) as changes,
              cast(sent.warnings as text) as warnings, (
                select cast(coalesce(json_agg(json_build_object(
                  'row', error.row, 'column', error."column", 'code', error.code,
                  'detail', error.detail)
                  order by error.id), '[]') as text)
                from import_error error
                where error.import_id = sent.import_id and error.row = sent.row) as errors
            from import_row sent where import_id = :import order by row
            """)
        .bind("import", id)
        .list(ImportViews::result);
  }

  private static RowResult result(Row row) {
    return new RowResult(
        row.bigint("row"),
        row.constant("became", RowOutcome.class),
        row.orNull("result_id", Row::text),
        row.json("errors", VIOLATIONS),
        row.orNull("changes", (each, column) -> each.json(column, CHANGES)),
        row.orNull("warnings", (each, column) -> each.json(column, VIOLATIONS)));
  }
}
