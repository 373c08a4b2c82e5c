package org.evenhand.kit.data.testapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.DependencyAway;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.RowOutcome;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;
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
  public List<ImportColumn> columns() {
    return List.of(
        ImportColumn.number("number", 1, 10_000_000).required(),
        ImportColumn.text("name", 4_000).required(),
        ImportColumn.key("note", 300),
        ImportColumn.date("born"));
  }

  @Override
  public List<Violation> check(ImportRow row) {
    return row.date("born").filter(day -> day.getYear() < 1910).isPresent()
        ? List.of(ViolationCode.RANGE.cell(row.row(), "born", "is long ago"))
        : List.of();
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return sent.refuse(
            ViolationCode.DUPLICATE,
            """
            numbered as (
              select row, min(row) over (partition by "values" ->> 'number') as first
              from staged where not refused),
            refusal(row, "column", detail) as (
              select row, 'number', 'comes twice in this file' from numbered where row > first)
            """)
        .chain(
            () -> sent.select("select row from staged where \"values\" ->> 'name' = 'stop'").any())
        .invoke(
            stops -> {
              if (stops) {
                throw Problem.of(CommonProblem.RULE_VIOLATED, "the whole file is refused");
              }
            })
        .chain(
            () -> sent.select("select row from staged where \"values\" ->> 'name' = 'fault'").any())
        .invoke(
            fault -> {
              if (fault) {
                throw new IllegalStateException("a fault of the handler");
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    if (awayAfter.get() == 0) {
      return Uni.createFrom().failure(new DependencyAway("something"));
    }
    awayAfter.updateAndGet(left -> left > 0 ? left - 1 : left);
    firstRows.add(chunk.get(0).row());
    List<ImportRow> good =
        chunk.stream().filter(row -> !"refuse".equals(row.values().get("name"))).toList();
    return Rows.of(
            session,
            "with given as (select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))"
                + " as g(number text, name text)), had as (select p.number, p.name from person p"
                + " join given using (number)), put as (insert into person (number, name)"
                + " select number, name from given on conflict (number) do update"
                + " set name = excluded.name) select g.number,"
                + " case when h.name is null then 'CREATED' when h.name = g.name then 'UNCHANGED'"
                + " else 'CHANGED' end as outcome from given g left join had h using (number)")
        .bind("rows", json(good))
        .list(row -> Map.entry(row.text("number"), row.constant("outcome", RowOutcome.class)))
        .map(
            rows ->
                results(
                    chunk,
                    rows.stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
  }

  private static List<RowResult> results(List<ImportRow> chunk, Map<String, RowOutcome> outcomes) {
    return chunk.stream()
        .map(
            row -> {
              String number = row.values().get("number");
              if ("refuse".equals(row.values().get("name"))) {
                return RowResult.refused(
                    row.row(),
                    ViolationCode.RANGE.cell(row.row(), "name", "is refused by the rule"));
              }
              return RowResult.taken(row.row(), outcomes.get(number), number);
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
