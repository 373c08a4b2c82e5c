package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.counts.Timestamps;
import org.evenhand.kit.data.ImportRow;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Looks up, for a whole chunk at once, what decides about its rows. */
@ApplicationScoped
class DemographicRows {

  // Two hold an externalId while it passes from the one to the other: it is theirs who works here.
  // Values are compared where they lie: what is held does not leave the database.
  private static final String LOOK =
      """
      select r.row, p.employee_id, p.country, held.value is not null, coalesce(held.value = r.value, false),
             w.withdrawn_at
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as r (row bigint, "externalId" text, dimension text, value text)
      join lateral (
        select employee_id, country from person
        where external_id = r."externalId"
        order by status = 'TERMINATED', told_at desc, employee_id desc limit 1) p on true
      left join demographics.declaration held
        on held.employee_id = p.employee_id and held.dimension = r.dimension
      left join demographics.withdrawal w
        on w.employee_id = p.employee_id and w.dimension = r.dimension
      """;

  /**
   * The person that a row is about.
   *
   * @param isHeld whether something is held of them in the row's dimension
   * @param isSame whether it is the row's value
   */
  record Found(
      UUID employeeId,
      @Nullable String country,
      boolean isHeld,
      boolean isSame,
      @Nullable Instant withdrawnAt) {}

  private record Row(
      long row, @Nullable String externalId, @Nullable String dimension, @Nullable String value) {}

  /** By the number of the row; without those whose person the directory does not know. */
  Uni<Map<Long, Found>> look(Mutiny.Session session, List<ImportRow> chunk) {
    List<Row> rows =
        chunk.stream()
            .map(
                r ->
                    new Row(
                        r.row(),
                        r.values().get("externalId"),
                        r.values().get("dimension"),
                        r.values().get("value")))
            .toList();
    return session
        .createNativeQuery(LOOK, Object[].class)
        .setParameter("rows", Json.write(rows))
        .getResultList()
        .map(DemographicRows::byRow);
  }

  private static Map<Long, Found> byRow(List<Object[]> rows) {
    Map<Long, Found> found = new HashMap<>();
    for (@Nullable Object[] row : rows) {
      found.put(
          ((Number) row[0]).longValue(),
          new Found(
              (UUID) row[1],
              (String) row[2],
              (Boolean) row[3],
              (Boolean) row[4],
              Timestamps.orNull(row[5])));
    }
    return found;
  }
}
