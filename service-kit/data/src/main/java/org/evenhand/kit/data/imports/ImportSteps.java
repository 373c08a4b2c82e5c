package org.evenhand.kit.data.imports;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One step of the first import in line, in one transaction: check the file, apply a chunk, or
 * finish. Everything that a step needs to know is in the database, so any instance can do the next
 * one, and a kill costs at most the step that was running.
 */
@ApplicationScoped
class ImportSteps {

  private final Mutiny.SessionFactory sessions;
  private final OpenImports imports;
  private final ImportPause pause;
  private final ImportSettings settings;

  public ImportSteps(
      Mutiny.SessionFactory sessions,
      OpenImports imports,
      ImportPause pause,
      ImportSettings settings) {
    this.sessions = sessions;
    this.imports = imports;
    this.pause = pause;
    this.settings = settings;
  }

  /**
   * Fails with {@link StepFailure} when the handler does; then nothing has happened.
   *
   * @param chunk how many rows to take of an import
   */
  Uni<Step> next(ImportHandler handler, ToIntFunction<OpenImport> chunk) {
    return inLine(
        handler,
        (session, open) ->
            switch (open.phase()) {
              case PREPARE -> prepare(session, handler, open);
              case APPLY -> apply(session, handler, open, chunk.applyAsInt(open));
              case FINISH -> finish(session, handler, open);
            });
  }

  /** Refuses the one row at which the import stands. */
  Uni<Step> refuse(ImportHandler handler, OpenImport stuck, String detail) {
    long row = stuck.appliedThrough() + 1;
    List<RowResult> results = List.of(RowResult.refused(row, NOT_ALLOWED.cell(row, null, detail)));
    return inLine(
        handler,
        (session, open) ->
            open.equals(stuck)
                ? Chunk.write(session, open.id(), results)
                    .chain(() -> imports.advanced(session, open.id(), row, Counts.of(results)))
                : Uni.createFrom().voidItem());
  }

  /** Gives the whole import up. */
  Uni<Step> fail(ImportHandler handler, OpenImport stuck, Problem problem) {
    return inLine(
        handler,
        (session, open) ->
            open.id().equals(stuck.id())
                ? imports.failed(session, open.id(), problem)
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> prepare(Mutiny.Session session, ImportHandler handler, OpenImport open) {
    return handled(open, () -> handler.prepare(session, open.in(session)).chain(session::flush))
        .chain(() -> imports.prepared(session, open.id()));
  }

  private Uni<Void> apply(
      Mutiny.Session session, ImportHandler handler, OpenImport open, int chunkSize) {
    return Chunk.read(session, open.id(), open.appliedThrough(), chunkSize)
        .chain(
            chunk ->
                results(session, handler, open, chunk)
                    .chain(
                        results ->
                            Chunk.write(session, open.id(), shown(handler, open, results))
                                .chain(
                                    () ->
                                        imports.advanced(
                                            session,
                                            open.id(),
                                            chunk.through(),
                                            Counts.of(results).plusRefused(chunk.refused())))));
  }

  private Uni<List<RowResult>> results(
      Mutiny.Session session, ImportHandler handler, OpenImport open, Chunk chunk) {
    if (chunk.open().isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return handled(
        open,
        () ->
            undoneOnDryRun(
                session,
                handler,
                open,
                () -> handler.apply(session, open.in(session), chunk.open()).map(chunk::checked)));
  }

  private Uni<Void> finish(Mutiny.Session session, ImportHandler handler, OpenImport open) {
    return handled(
            open,
            () ->
                undoneOnDryRun(
                    session, handler, open, () -> handler.finish(session, open.in(session))))
        .chain(() -> imports.finished(session, open.id(), tellsEachRow(handler, open)));
  }

  private boolean tellsEachRow(ImportHandler handler, OpenImport open) {
    return handler.tellsEachRow() || open.rows() <= settings.immediateRows();
  }

  /** Of other long files nobody is shown more than what was refused. */
  private List<RowResult> shown(ImportHandler handler, OpenImport open, List<RowResult> results) {
    return tellsEachRow(handler, open)
        ? results
        : results.stream().filter(result -> result.outcome() == RowOutcome.REFUSED).toList();
  }

  /**
   * Up to the flush, so that a dry run meets what the database would object to. Nothing is left in
   * the session, or the commit would look through all of it once more.
   */
  private <T> Uni<T> undoneOnDryRun(
      Mutiny.Session session, ImportHandler handler, OpenImport open, Supplier<Uni<T>> work) {
    if (!open.dryRun()) {
      return pause
          .end(session, handler.kind())
          .chain(work::get)
          .call(session::flush)
          .invoke(session::clear);
    }
    return statement(session, "savepoint dry_run")
        .chain(work::get)
        .call(session::flush)
        .call(() -> statement(session.clear(), "rollback to savepoint dry_run"));
  }

  private static Uni<Integer> statement(Mutiny.Session session, String sql) {
    return session.createNativeQuery(sql, new AffectedEntities()).executeUpdate();
  }

  private static <T> Uni<T> handled(OpenImport open, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure()
        .transform(failure -> new StepFailure(open, failure));
  }

  private Uni<Step> inLine(ImportHandler handler, StepWork work) {
    return sessions.withTransaction(
        session ->
            imports
                .lock(session.setBatchSize(settings.chunk()), handler.kind())
                .chain(
                    locked ->
                        locked
                            ? imports
                                .first(session, handler.kind())
                                .chain(open -> run(session, open, work))
                            : Uni.createFrom().item(Step.BUSY)));
  }

  private static Uni<Step> run(Mutiny.Session session, Optional<OpenImport> open, StepWork work) {
    return open.isEmpty()
        ? Uni.createFrom().item(Step.IDLE)
        : work.run(session, open.get()).replaceWith(Step.DONE);
  }

  /** Work on the first import in line. */
  @FunctionalInterface
  private interface StepWork {
    Uni<Void> run(Mutiny.Session session, OpenImport open);
  }
}
