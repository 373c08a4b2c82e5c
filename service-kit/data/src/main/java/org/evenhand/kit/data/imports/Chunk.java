package org.evenhand.kit.data.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Consecutive staged rows.
 *
 * @param through the last row's number
 * @param open rows that the handler gets
 * @param refused how many were refused before
 */
public record Chunk(long through, List<ImportRow> open, long refused) {

  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private record Staged(ImportRow row, boolean refused) {

    static Staged of(Row row) {
      long number = row.bigint("row");
      return new Staged(new ImportRow(number, row.json("cells", VALUES)), row.flag("refused"));
    }
  }

  public static Uni<Chunk> read(Mutiny.Session session, UUID importId, long after, int size) {
    return Rows.unflushed(
            session,
            "select row, cast(\"values\" as text) as cells, refused from import_row"
                + " where import_id = :import and row > :after order by row limit :size")
        .bind("import", importId)
        .bind("after", after)
        .bind("size", size)
        .list(Staged::of)
        .map(staged -> of(staged, after));
  }

  private static Chunk of(List<Staged> staged, long after) {
    List<ImportRow> open =
        staged.stream().filter(each -> !each.refused()).map(Staged::row).toList();
    long through = staged.isEmpty() ? after : staged.get(staged.size() - 1).row().row();
    return new Chunk(through, open, staged.size() - open.size());
  }

  /** One result for each row that was handed over: anything else is the handler's fault. */
  List<RowResult> checked(List<RowResult> results) {
    Set<Long> expected = open.stream().map(ImportRow::row).collect(Collectors.toSet());
    Set<Long> answered = results.stream().map(RowResult::row).collect(Collectors.toSet());
    if (results.size() != open.size() || !answered.equals(expected)) {
      throw new IllegalStateException("the handler did not answer each row once");
    }
    return results;
  }

  static Uni<Void> write(Mutiny.Session session, UUID importId, List<RowResult> results) {
    if (results.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Map<String, Object>> outcomes = new ArrayList<>(results.size());
    List<Map<String, Object>> errors = new ArrayList<>();
    for (RowResult result : results) {
      Map<String, Object> outcome = new HashMap<>();
      outcome.put("n", result.row());
      outcome.put("o", result.outcome());
      outcome.put("i", result.id());
      outcome.put("c", result.changes());
      outcome.put("w", result.warnings());
      outcomes.add(outcome);
      if (result.outcome() == RowOutcome.REFUSED) {
        errors.addAll(ErrorRows.of(result.row(), result.errors()));
      }
    }
    return session
        .createNativeQuery(
            "update import_row r set outcome = s.o, result_id = s.i, refused = s.o = 'REFUSED',"
                + " changes = s.c, warnings = s.w"
                + " from jsonb_to_recordset(cast(?2 as text)::jsonb)"
                + " as s(n bigint, o text, i text, c jsonb, w jsonb)"
                + " where r.import_id = ?1 and r.row = s.n",
            new AffectedEntities())
        .setParameter(1, importId)
        .setParameter(2, Json.write(outcomes))
        .executeUpdate()
        .chain(() -> writeErrors(session, importId, errors));
  }

  private static Uni<Void> writeErrors(
      Mutiny.Session session, UUID importId, List<Map<String, Object>> errors) {
    if (errors.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(ErrorRows.INSERT_REACTIVE, new AffectedEntities())
        .setParameter(1, importId)
        .setParameter(2, Json.write(errors))
        .executeUpdate()
        .replaceWithVoid();
  }
}
