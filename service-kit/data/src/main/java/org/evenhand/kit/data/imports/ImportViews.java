package org.evenhand.kit.data.imports;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads an import as its sender sees it. */
@ApplicationScoped
public class ImportViews {

  private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
  private static final TypeReference<List<CellChange>> CHANGES = new TypeReference<>() {};

  private final Mutiny.SessionFactory sessions;
  private final ImportSettings settings;

  public ImportViews(Mutiny.SessionFactory sessions, ImportSettings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  public Uni<ImportView> find(UUID id, @Nullable String kind) {
    return sessions.withTransaction(
        session ->
            session
                .find(ImportJob.class, id)
                .chain(
                    job -> {
                      if (job == null || kind != null && !kind.equals(job.kind())) {
                        throw Problem.of(CommonProblem.NOT_FOUND, "There is no such import");
                      }
                      return job.done() && job.rows() <= settings.immediateRows()
                          ? results(session, id).map(job::view)
                          : Uni.createFrom().item(() -> job.view(null));
                    }));
  }

  private static Uni<List<RowResult>> results(Mutiny.Session session, UUID id) {
    return session
        .createNativeQuery(
            "select r.row, case when r.refused then 'REFUSED' else r.outcome end, r.result_id,"
                + " (select cast(json_agg(json_build_object('row', e.row, 'column', e.\"column\","
                + " 'detail', e.detail) order by e.id) as text) from import_error e"
                + " where e.import_id = r.import_id and e.row = r.row),"
                + " cast(r.changes as text), cast(r.warnings as text)"
                + " from import_row r where r.import_id = ? order by r.row",
            Object[].class,
            new AffectedEntities())
        .setParameter(1, id)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new RowResult(
                                (Long) row[0],
                                RowOutcome.valueOf((String) row[1]),
                                (String) row[2],
                                requireNonNullElse(list((String) row[3], VIOLATIONS), List.of()),
                                list((String) row[4], CHANGES),
                                list((String) row[5], VIOLATIONS)))
                    .toList());
  }

  private static <T> @Nullable List<T> list(@Nullable String json, TypeReference<List<T>> type) {
    try {
      return json == null ? null : Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote no JSON", e);
    }
  }
}
