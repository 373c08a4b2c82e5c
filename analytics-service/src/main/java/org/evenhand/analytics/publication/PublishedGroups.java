package org.evenhand.analytics.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Timestamps;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Table {@code published_group}: what was last shown of each group. */
@ApplicationScoped
class PublishedGroups {

  private static final String READ =
      """
      select phase, dimension, value, scale_size, favourable_from, cast(counts as text),
             cast(strata as text), open, refused, cast(last_seen as text),
             published_at
      from published_group
      where cycle_id = :cycle
      """;

  // Whoever saw what is replaced may remember it.
  private static final String RENEW =
      """
      with g as materialized (
        select *
        from jsonb_to_recordset(cast(cast(:groups as text) as jsonb))
          as g (value text, size int, "favourableFrom" int, counts jsonb, strata jsonb,
                open boolean, refused boolean, "lastSeen" jsonb, at timestamptz)
      ), replaced as (
        insert into published_before (cycle_id, phase, dimension, value, counts)
        select p.cycle_id, p.phase, p.dimension, p.value, p.counts
        from published_group p join g on g.value = p.value
        where p.cycle_id = :cycle and p.phase = :phase and p.dimension = :dimension
          and p.open and p.counts <> g.counts
        on conflict do nothing
      )
      insert into published_group
        (cycle_id, phase, dimension, value, scale_size, favourable_from, counts, strata, open,
         refused, last_seen, published_at)
      select cast(:cycle as uuid), cast(:phase as text), cast(:dimension as text), g.value,
             g.size, g."favourableFrom", g.counts, g.strata, g.open, g.refused, g."lastSeen", g.at
      from g
      on conflict (cycle_id, phase, dimension, value) do update set
        counts = excluded.counts, strata = excluded.strata, open = excluded.open,
        refused = excluded.refused, last_seen = excluded.last_seen,
        published_at = excluded.published_at
      """;

  private static final String FORGET_NAMED =
      """
      delete from published_group
      where cycle_id = :cycle and phase = :phase and dimension = :dimension and not open
      """;

  private static final String FORGET_ALL = "delete from published_group where cycle_id = :cycle";

  private static final String DIMENSIONS =
      """
      select key from demographics.dimension
      union select dimension from published_group where cycle_id = :cycle
      """;

  private static final String CONSIDERS =
      """
      select exists (
        select 1 from published_group where cycle_id = :cycle and dimension = :dimension)
      """;

  private static final String STATE =
      """
      select c.changes, c.published_changes, c.changed_at,
             exists (select 1 from rebuild where state = 'RUNNING'),
             c.standing
      from cycle c where c.cycle_id = :cycle
      """;

  private static final String MARK =
      "update cycle set published_changes = changes where cycle_id = :cycle";

  Uni<CountState> state(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(STATE, Object[].class)
        .setParameter("cycle", cycle.id())
        .getSingleResult()
        .map(
            row ->
                new CountState(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    Timestamps.instant(row[2]),
                    (Boolean) row[3],
                    (Boolean) row[4]));
  }

  /** Everything that may be published of the cycle as it is now is. */
  Uni<Void> mark(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(MARK)
        .setParameter("cycle", cycle.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** What is published together: all that anyone may ask for, and what else somebody has. */
  Uni<Set<String>> dimensions(Mutiny.Session session, Cycle cycle, String asked) {
    return session
        .createNativeQuery(DIMENSIONS, String.class)
        .setParameter("cycle", cycle.id())
        .getResultList()
        .map(
            found -> {
              Set<String> all = new TreeSet<>(Dimensions.ORGANISATIONAL);
              all.addAll(found);
              all.add(asked);
              return all;
            });
  }

  /** Whether the last edition saw this dimension too, whatever it could show of it. */
  Uni<Boolean> considers(Mutiny.Session session, Cycle cycle, String dimension) {
    return session
        .createNativeQuery(CONSIDERS, Boolean.class)
        .setParameter("cycle", cycle.id())
        .setParameter("dimension", dimension)
        .getSingleResult();
  }

  /** All that is published of a cycle. */
  Uni<SortedMap<Part, SortedMap<String, PublishedGroup>>> read(
      Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(READ, Object[].class)
        .setParameter("cycle", cycle.id())
        .getResultList()
        .map(PublishedGroups::byPart);
  }

  Uni<SortedMap<String, PublishedGroup>> read(Mutiny.Session session, Cycle cycle, Part part) {
    return session
        .createNativeQuery(READ + " and phase = :phase and dimension = :dimension", Object[].class)
        .setParameter("cycle", cycle.id())
        .setParameter("phase", part.phase().name())
        .setParameter("dimension", part.dimension())
        .getResultList()
        .map(rows -> byPart(rows).getOrDefault(part, new TreeMap<>()));
  }

  /** As if nothing of the cycle had ever been published; what groups showed once goes with them. */
  Uni<Void> forget(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(FORGET_ALL)
        .setParameter("cycle", cycle.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** What stays as it was keeps the time from which it is shown. */
  Uni<Void> renew(
      Mutiny.Session session,
      Cycle cycle,
      Part part,
      SortedMap<String, PublishedGroup> before,
      SortedMap<String, PublishedGroup> after) {
    List<Row> rows =
        after.entrySet().stream()
            .filter(each -> !isShownSo(before.get(each.getKey()), each.getValue()))
            .map(each -> Row.of(each.getKey(), each.getValue()))
            .toList();
    return of(session.createNativeQuery(FORGET_NAMED), cycle, part)
        .executeUpdate()
        .chain(
            () ->
                rows.isEmpty()
                    ? Uni.createFrom().item(0)
                    : of(session.createNativeQuery(RENEW), cycle, part)
                        .setParameter("groups", Json.write(rows))
                        .executeUpdate())
        .replaceWithVoid();
  }

  private static Mutiny.MutationQuery of(Mutiny.MutationQuery query, Cycle cycle, Part part) {
    return query
        .setParameter("cycle", cycle.id())
        .setParameter("phase", part.phase().name())
        .setParameter("dimension", part.dimension());
  }

  private static boolean isShownSo(@Nullable PublishedGroup before, PublishedGroup after) {
    return before != null
        && before.open()
        && before.refused() == after.refused()
        && before.counts().equals(after.counts())
        && before.strata().equals(after.strata());
  }

  private record Row(
      String value,
      int size,
      int favourableFrom,
      List<Long> counts,
      Map<String, List<Long>> strata,
      boolean open,
      boolean refused,
      @Nullable LastSeen lastSeen,
      Instant at) {

    static Row of(String value, PublishedGroup group) {
      Map<String, List<Long>> strata = new TreeMap<>();
      group.strata().forEach((stratum, counts) -> strata.put(stratum, LastSeen.numbers(counts)));
      return new Row(
          value,
          group.scale().size(),
          group.scale().favourableFrom(),
          LastSeen.numbers(group.counts()),
          strata,
          group.open(),
          group.refused(),
          group.lastSeen(),
          group.at());
    }
  }

  private static SortedMap<Part, SortedMap<String, PublishedGroup>> byPart(List<Object[]> rows) {
    SortedMap<Part, SortedMap<String, PublishedGroup>> parts = new TreeMap<>();
    for (Object[] row : rows) {
      Scale scale = new Scale(((Number) row[3]).intValue(), ((Number) row[4]).intValue());
      parts
          .computeIfAbsent(
              new Part(Phase.valueOf((String) row[0]), (String) row[1]), none -> new TreeMap<>())
          .put(
              (String) row[2],
              new PublishedGroup(
                  scale,
                  LevelCounts.of(read((String) row[5], long[].class)),
                  strata((String) row[6]),
                  (Boolean) row[7],
                  (Boolean) row[8],
                  row[9] == null ? null : read((String) row[9], LastSeen.class),
                  Timestamps.instant(row[10])));
    }
    return parts;
  }

  private static Map<String, LevelCounts> strata(String json) {
    Map<String, LevelCounts> strata = new TreeMap<>();
    read(json, Strata.class)
        .forEach((stratum, counts) -> strata.put(stratum, LevelCounts.of(counts)));
    return strata;
  }

  private static final class Strata extends TreeMap<String, long[]> {
    private static final long serialVersionUID = 1;
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Counts are an array of integers", e);
    }
  }
}
