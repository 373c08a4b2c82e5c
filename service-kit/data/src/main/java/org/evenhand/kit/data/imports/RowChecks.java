package org.evenhand.kit.data.imports;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Checks over all staged rows of an import, each one statement: what rows of one file have against
 * each other and against what is known.
 */
public final class RowChecks {

  private static final String REFUSING =
      """
      , written as (
        insert into import_error (import_id, row, "column", detail)
        select :import, row, "column", detail from refusal
        returning row)
      update import_row set refused = true
      where import_id = :import and row in (select row from written)
      """;

  private static final int PAGE = 1_000;

  private RowChecks() {}

  /**
   * Refuses those of the rows that hold so far which a rule refuses, page by page.
   *
   * @param rule answers what is wrong with some rows, each violation with its row
   */
  public static Uni<Void> refuseEach(
      Mutiny.Session session, UUID importId, Function<List<ImportRow>, Uni<List<Violation>>> rule) {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicLong::new,
            after ->
                Chunk.read(session, importId, after.get(), PAGE)
                    .call(
                        chunk ->
                            rule.apply(chunk.open())
                                .chain(violations -> refuse(session, importId, violations)))
                    .map(chunk -> after.getAndSet(chunk.through()) < chunk.through()))
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Refuses rows for good; the rest of the import passes over them. */
  public static Uni<Void> refuse(
      Mutiny.Session session, UUID importId, List<Violation> violations) {
    if (violations.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(
            """
            with refusal as (
              select row, "column", detail
              from jsonb_to_recordset(cast(cast(:violations as text) as jsonb))
                as violation(row bigint, "column" text, detail text))
            """
                + REFUSING,
            new AffectedEntities())
        .setParameter("import", importId)
        .setParameter("violations", Json.write(violations))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Refuses the rows that a check finds.
   *
   * @param check SQL over {@code import_row} and {@code :import}, from {@code with} on, that
   *     defines {@code refusal(row, "column", detail)}
   * @return how many rows fell
   */
  public static Uni<Integer> refuse(Mutiny.Session session, UUID importId, String check) {
    return session
        .createNativeQuery(check + REFUSING, new AffectedEntities())
        .setParameter("import", importId)
        .executeUpdate();
  }
}
