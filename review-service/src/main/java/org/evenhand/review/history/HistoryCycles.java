package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.rating.Scale;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cycles that rating imports have named. The first rating of a cycle states its scale. */
@ApplicationScoped
class HistoryCycles {

  private record Named(
      String key, UUID cycleId, int scaleSize, int favourableFrom, int ordinal, String label) {

    static Named by(HistoryRow row, UUID cycleId) {
      return new Named(
          row.cycle(),
          cycleId,
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
    Map<String, UUID> ids = new HashMap<>();
    Set<Named> levels =
        rows.stream()
            .map(row -> Named.by(row, ids.computeIfAbsent(row.cycle(), key -> Ids.next())))
            .collect(Collectors.toSet());
    String named = Json.write(levels);
    return write(session, CLAIM_KEYS, named)
        .chain(() -> write(session, STATE_SCALES, named))
        .chain(() -> write(session, STATE_LEVELS, named))
        .chain(() -> find(session, ids.keySet()));
  }

  private static Uni<Integer> write(Mutiny.Session session, String statement, String named) {
    return session
        .createNativeQuery(NAMED + statement, new AffectedEntities())
        .setParameter("named", named)
        .executeUpdate();
  }

  private static Uni<Map<String, HistoryCycle>> find(Mutiny.Session session, Set<String> keys) {
    return Rows.unflushed(
            session,
            """
            select cycle_id, key, scale_size, favourable_from
            from cycle_key join history_cycle using (cycle_id)
            where key = any(:keys)
            """)
        .bind("keys", keys.toArray(String[]::new))
        .list(HistoryCycles::cycle)
        .map(
            cycles ->
                cycles.stream().collect(Collectors.toMap(HistoryCycle::key, Function.identity())));
  }

  private static HistoryCycle cycle(Row row) {
    return new HistoryCycle(
        row.uuid("cycle_id"),
        row.text("key"),
        new Scale(row.integer("scale_size"), row.integer("favourable_from")));
  }
}
