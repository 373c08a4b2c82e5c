package org.evenhand.kit.data.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
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

  /** Of the rows of which it was kept, in the order of the file. */
  private static final String RESULTS =
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
      from import_row sent
      where import_id = :import and row > :after
        and row <= (select applied_through from import where id = :import)
        and (refused or outcome is not null)
      order by row
      """;

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
            require(session, id, wanted)
                .chain(
                    job ->
                        job.done() && job.rows() <= settings.immediateRows()
                            ? results(session, id, 0, settings.immediateRows()).map(job::view)
                            : Uni.createFrom().item(() -> job.view(null))));
  }

  /** What became of each row that is through, for whoever sent the file alone. */
  Uni<Page<RowResult>> ownResults(UUID id, String kind, @Nullable String sender, PageRequest page) {
    long after = page.cursor().map(cursor -> cursor.longAt(0)).orElse(0L);
    return sessions
        .withTransaction(
            session ->
                require(session, id, job -> kind.equals(job.kind()) && job.isSentBy(sender))
                    .chain(() -> results(session, id, after, page.limit() + 1)))
        .map(rows -> Page.of(rows, page.limit(), result -> Cursor.of(result.row())));
  }

  private static Uni<ImportJob> require(
      Mutiny.Session session, UUID id, Predicate<ImportJob> wanted) {
    return session
        .find(ImportJob.class, id)
        .invoke(
            job -> {
              if (job == null || !wanted.test(job)) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no such import");
              }
            });
  }

  private static Uni<List<RowResult>> results(
      Mutiny.Session session, UUID id, long after, int limit) {
    return Rows.unflushed(session, RESULTS)
        .bind("import", id)
        .bind("after", after)
        .limit(limit)
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
