package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.rating.Scale;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cycles that rating imports have named. The first rating of a cycle states its scale. */
@ApplicationScoped
class HistoryCycles {

  private record Named(
      String key, UUID cycleId, int scaleSize, int favourableFrom, int ordinal, String label) {

    static Named by(HistoryRow row) {
      return new Named(
          row.cycle(),
          Ids.next(),
          row.scale().size(),
          row.scale().favourableFrom(),
          row.ordinal(),
          row.label());
    }
  }

  private static final String NAMED =
      """
      with named as (
        select * from jsonb_to_recordset(cast(cast(:named as text) as jsonb)) as named(
          key text, "cycleId" uuid, "scaleSize" int, "favourableFrom" int, ordinal int, label text))
      """;

  private static final String CLAIM_KEYS =
      """
      insert into cycle_key (key, cycle_id, origin)
      select distinct on (key) key, "cycleId", 'HISTORY' from named order by key, "cycleId"
      on conflict (key) do nothing
      """;

  private static final String STATE_SCALES =
      """
      insert into history_cycle (cycle_id, scale_size, favourable_from)
      select distinct on (claimed.cycle_id) claimed.cycle_id, "scaleSize", "favourableFrom"
      from named join cycle_key claimed using (key)
      where claimed.origin = 'HISTORY'
      order by claimed.cycle_id, "cycleId"
      on conflict (cycle_id) do nothing
      """;

  private static final String STATE_LEVELS =
      """
      insert into history_level (cycle_id, ordinal, label)
      select distinct on (cycle.cycle_id, named.ordinal) cycle.cycle_id, named.ordinal, named.label
      from named join cycle_key claimed using (key)
      join history_cycle cycle on cycle.cycle_id = claimed.cycle_id
      order by cycle.cycle_id, named.ordinal, named."cycleId"
      on conflict (cycle_id, ordinal) do nothing
      """;

  /** Registers what is new in these rows, and answers all their cycles by key. */
  Uni<Map<String, HistoryCycle>> named(Mutiny.Session session, Collection<HistoryRow> rows) {
    String named = Json.write(rows.stream().map(Named::by).toList());
    return write(session, CLAIM_KEYS, named)
        .chain(() -> write(session, STATE_SCALES, named))
        .chain(() -> write(session, STATE_LEVELS, named))
        .chain(() -> find(session, rows.stream().map(HistoryRow::cycle).distinct().toList()));
  }

  private static Uni<Integer> write(Mutiny.Session session, String statement, String named) {
    return session
        .createNativeQuery(NAMED + statement)
        .setParameter("named", named)
        .executeUpdate();
  }

  private static Uni<Map<String, HistoryCycle>> find(Mutiny.Session session, List<String> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createNativeQuery(
            """
            select cycle.cycle_id, claimed.key, cycle.scale_size, cycle.favourable_from
            from cycle_key claimed join history_cycle cycle using (cycle_id)
            where claimed.key in (:keys)
            """,
            Tuple.class)
        .setParameter("keys", keys)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(HistoryCycles::cycle)
                    .collect(Collectors.toMap(HistoryCycle::key, Function.identity())));
  }

  private static HistoryCycle cycle(Tuple row) {
    return new HistoryCycle(
        row.get(0, UUID.class),
        row.get(1, String.class),
        new Scale(row.get(2, Integer.class), row.get(3, Integer.class)));
  }
}
