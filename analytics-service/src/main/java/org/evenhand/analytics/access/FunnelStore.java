package org.evenhand.analytics.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Table {@code access_group}: what was published of each group in an audit. */
@ApplicationScoped
class FunnelStore {

  private static final String KEEP =
      """
      insert into access_group (audit_id, dimension, value, reached, strata)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as g ("auditId" uuid, dimension text, value text, reached jsonb, strata jsonb)
      """;

  private static final String READ =
      """
      select value, cast(reached as text) as reached, cast(strata as text) as strata
      from access_group
      where audit_id = :audit and dimension = :dimension
      """;

  /** A group; without numbers when it is hidden. */
  private record Kept(
      String auditId,
      String dimension,
      String value,
      @Nullable List<Long> reached,
      @Nullable Map<String, List<Long>> strata) {}

  Uni<Void> keep(Mutiny.Session session, Audit audit, Funnel funnel) {
    String id = audit.id().toString();
    String dimension = funnel.dimension().key();
    List<Kept> groups = new ArrayList<>();
    funnel
        .shown()
        .forEach(
            (value, counts) ->
                groups.add(new Kept(id, dimension, value, counts.toList(), strata(funnel, value))));
    funnel.hidden().forEach(value -> groups.add(new Kept(id, dimension, value, null, null)));
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("rows", Json.write(groups))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Map<String, List<Long>> strata(Funnel funnel, String value) {
    Map<String, List<Long>> strata = new TreeMap<>();
    funnel
        .strata()
        .getOrDefault(value, Map.of())
        .forEach((name, counts) -> strata.put(name, counts.toList()));
    return strata;
  }

  /** Without any group where the dimension wasn't there yet. */
  Uni<Funnel> read(Mutiny.Session session, Audit audit, Dimension dimension) {
    SortedMap<String, LevelCounts> shown = new TreeMap<>();
    Map<String, Map<String, LevelCounts>> strata = new HashMap<>();
    SortedSet<String> hidden = new TreeSet<>();
    return Rows.of(session, READ)
        .bind("audit", audit.id())
        .bind("dimension", dimension.key())
        .list(
            row -> {
              String value = row.text("value");
              LevelCounts reached = row.orNull("reached", FunnelStore::reached);
              if (reached == null) {
                return hidden.add(value);
              }
              strata.put(
                  value,
                  Objects.requireNonNullElse(row.orNull("strata", FunnelStore::strata), Map.of()));
              return shown.put(value, reached) == null;
            })
        .map(read -> new Funnel(dimension, audit.furthest(), shown, strata, hidden));
  }

  private static Map<String, LevelCounts> strata(Row row, String column) {
    Map<String, LevelCounts> strata = new TreeMap<>();
    row.json(column, new TypeReference<Map<String, long[]>>() {})
        .forEach((name, counts) -> strata.put(name, LevelCounts.of(counts)));
    return strata;
  }

  private static LevelCounts reached(Row row, String column) {
    return LevelCounts.of(row.json(column, long[].class));
  }
}
