package org.evenhand.kit.data.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * An import within one of its steps, and the one way to its rows. SQL that runs through it sees
 * them as the relation {@code staged(row, "values", refused)} and the import's id as {@code
 * :import}. The values, a jsonb object of the cells that aren't blank, have the one form of their
 * columns.
 */
public final class StagedImport {

  private static final String STAGED =
      """
      with recursive staged as not materialized (
        select row, "values", refused from import_row where import_id = :import)
      """;

  private static final String REFUSING =
      """
      , written as (
        insert into import_error (import_id, row, "column", code, detail)
        select :import, row, "column", %s, detail from refusal
        returning row)
      update import_row set refused = true
      where import_id = :import and row in (select row from written)
      """;

  private static final String VIOLATIONS =
      """
      refusal as (
        select row, "column", code, detail
        from jsonb_to_recordset(cast(cast(:violations as text) as jsonb))
          as violation(row bigint, "column" text, code text, detail text))
      """;

  private static final int PAGE = 1_000;

  private final Mutiny.Session session;
  private final UUID id;
  private final long rows;
  private final boolean dryRun;
  private final boolean similarKeysMeant;
  private final @Nullable ImportSender sender;

  /** For the kit, which makes one for each step. */
  public StagedImport(
      Mutiny.Session session,
      UUID id,
      long rows,
      boolean dryRun,
      boolean similarKeysMeant,
      @Nullable ImportSender sender) {
    this.session = session;
    this.id = id;
    this.rows = rows;
    this.dryRun = dryRun;
    this.similarKeysMeant = similarKeysMeant;
    this.sender = sender;
  }

  public UUID id() {
    return id;
  }

  /** How many rows the file has, refused ones included. */
  public long rows() {
    return rows;
  }

  /** Everything that the step writes is undone. */
  public boolean dryRun() {
    return dryRun;
  }

  /** A new key that looks like a known one is meant to be another. */
  public boolean similarKeysMeant() {
    return similarKeysMeant;
  }

  /** Who sent it; empty for a system. */
  public Optional<ImportSender> sender() {
    return Optional.ofNullable(sender);
  }

  /** A query over {@code staged}. */
  public Rows select(String query) {
    return Rows.unflushed(session, STAGED + query).bind("import", id);
  }

  /** A statement that reads {@code staged}; the entities of the session are not written before. */
  public Uni<Integer> write(String statement) {
    return session
        .createNativeQuery(STAGED + statement, new AffectedEntities())
        .setParameter("import", id)
        .executeUpdate();
  }

  /**
   * Refuses the rows that a check finds, all in one statement.
   *
   * @param code what is wrong with each of them
   * @param check the body of a {@code with} clause over {@code staged} that defines {@code
   *     refusal(row, "column", detail)}
   * @return how many rows fell
   */
  public Uni<Integer> refuse(ViolationCode code, String check) {
    return write(", " + check + REFUSING.formatted("'" + code + "'"));
  }

  /** Refuses rows for good; the rest of the import passes over them. */
  public Uni<Void> refuse(List<Violation> violations) {
    if (violations.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(
            STAGED + ", " + VIOLATIONS + REFUSING.formatted("code"), new AffectedEntities())
        .setParameter("import", id)
        .setParameter("violations", Json.write(violations))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Refuses those of the rows that hold so far which a rule refuses, page by page.
   *
   * @param rule answers what is wrong with some rows, each violation with its row
   */
  public Uni<Void> refuseEach(Function<List<ImportRow>, Uni<List<Violation>>> rule) {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicLong::new,
            after ->
                Chunk.read(session, id, after.get(), PAGE)
                    .call(chunk -> rule.apply(chunk.open()).chain(this::refuse))
                    .map(chunk -> after.getAndSet(chunk.through()) < chunk.through()))
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
