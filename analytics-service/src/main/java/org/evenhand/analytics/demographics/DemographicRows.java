package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.imports.file.ImportRow;
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
      select r.row, p.employee_id, p.country, held.value is not null as is_held,
             coalesce(held.value = r.value, false) as is_same, w.withdrawn_at
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
   * @param row its number in the file
   * @param isHeld whether something is held of them in the row's dimension
   * @param isSame whether it is the row's value
   */
  record Found(
      long row,
      UUID employeeId,
      @Nullable String country,
      boolean isHeld,
      boolean isSame,
      @Nullable Instant withdrawnAt) {}

  private record Asked(
      long row, @Nullable String externalId, @Nullable String dimension, @Nullable String value) {}

  /** By the number of the row; without those whose person the directory does not know. */
  Uni<Map<Long, Found>> look(Mutiny.Session session, List<ImportRow> chunk) {
    List<Asked> asked =
        chunk.stream()
            .map(
                r ->
                    new Asked(
                        r.row(),
                        r.values().get("externalId"),
                        r.values().get("dimension"),
                        r.values().get("value")))
            .toList();
    return Rows.of(session, LOOK)
        .bind("rows", Json.write(asked))
        .list(DemographicRows::found)
        .map(found -> found.stream().collect(Collectors.toMap(Found::row, Function.identity())));
  }

  private static Found found(Row row) {
    return new Found(
        row.bigint("row"),
        row.uuid("employee_id"),
        row.orNull("country", Row::text),
        row.flag("is_held"),
        row.flag("is_same"),
        row.orNull("withdrawn_at", Row::instant));
  }
}
