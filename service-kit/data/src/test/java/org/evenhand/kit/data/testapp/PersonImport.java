package org.evenhand.kit.data.testapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenhand.kit.data.DependencyAway;
import org.evenhand.kit.data.ImportHandler;
import org.evenhand.kit.data.ImportRow;
import org.evenhand.kit.data.RowResult;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/** Upserts people in one statement per chunk. */
@ApplicationScoped
public class PersonImport implements ImportHandler {

  public static final String KIND = "person-import";

  private final ObjectMapper mapper = new ObjectMapper();
  private final AtomicInteger awayAfter = new AtomicInteger(-1);
  private final List<Long> firstRows = new ArrayList<>();

  /** Lets a number of chunks pass, then fails as if something were away; negative for never. */
  public void awayAfter(int chunks) {
    awayAfter.set(chunks);
  }

  /** The first row of each chunk that was applied. */
  public List<Long> firstRows() {
    return firstRows;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<String> columns() {
    return List.of("number", "name", "note");
  }

  @Override
  public Set<String> requiredColumns() {
    return Set.of("number", "name");
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, UUID importId) {
    return session
        .createNativeQuery(
            "with doubled as (update import_row r set refused = true where r.import_id = ?1"
                + " and exists (select 1 from import_row e where e.import_id = ?1"
                + " and e.row < r.row and e.\"values\" ->> 'number' = r.\"values\" ->> 'number')"
                + " returning r.row) insert into import_error (import_id, row, \"column\", detail)"
                + " select ?1, row, 'number', 'comes twice in this file' from doubled")
        .setParameter(1, importId)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(
                        "select count(*) from import_row where import_id = ?1"
                            + " and \"values\" ->> 'name' = 'stop'",
                        Long.class)
                    .setParameter(1, importId)
                    .getSingleResult())
        .invoke(
            stops -> {
              if (stops > 0) {
                throw Problem.of(CommonProblem.RULE_VIOLATED, "the whole file is refused");
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, UUID importId, List<ImportRow> chunk, boolean dryRun) {
    if (awayAfter.get() == 0) {
      return Uni.createFrom().failure(new DependencyAway("something"));
    }
    awayAfter.updateAndGet(left -> left > 0 ? left - 1 : left);
    firstRows.add(chunk.get(0).row());
    List<ImportRow> good =
        chunk.stream().filter(row -> !"refuse".equals(row.values().get("name"))).toList();
    return session
        .createNativeQuery(
            "with given as (select * from jsonb_to_recordset(cast(?1 as text)::jsonb)"
                + " as g(number text, name text)), had as (select p.number, p.name from person p"
                + " join given using (number)), put as (insert into person (number, name)"
                + " select number, name from given on conflict (number) do update"
                + " set name = excluded.name) select g.number, h.name is null, h.name = g.name"
                + " from given g left join had h using (number)",
            Object[].class)
        .setParameter(1, json(good))
        .getResultList()
        .map(rows -> results(chunk, rows));
  }

  private static List<RowResult> results(List<ImportRow> chunk, List<Object[]> rows) {
    Set<Object> created = new HashSet<>();
    Set<Object> unchanged = new HashSet<>();
    for (Object[] row : rows) {
      if ((Boolean) row[1]) {
        created.add(row[0]);
      } else if ((Boolean) row[2]) {
        unchanged.add(row[0]);
      }
    }
    return chunk.stream()
        .map(
            row -> {
              String number = row.values().get("number");
              if ("refuse".equals(row.values().get("name"))) {
                return RowResult.refused(
                    row.row(), Violation.cell(row.row(), "name", "is refused by the rule"));
              }
              return created.contains(number)
                  ? RowResult.created(row.row(), number)
                  : unchanged.contains(number)
                      ? RowResult.unchanged(row.row(), number)
                      : RowResult.changed(row.row(), number);
            })
        .toList();
  }

  private String json(List<ImportRow> rows) {
    try {
      return mapper.writeValueAsString(rows.stream().map(ImportRow::values).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
