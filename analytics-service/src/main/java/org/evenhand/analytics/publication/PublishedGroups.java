package org.evenhand.analytics.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Timestamps;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code published_group}: what was last shown of each group. */
@ApplicationScoped
class PublishedGroups {

  private static final String READ =
      """
      select value, scale_size, favourable_from, cast(counts as text), cast(strata as text),
             published_at
      from published_group
      where cycle_id = :cycle and phase = :phase and dimension = :dimension
      """;

  private static final String RENEW =
      """
      insert into published_group
        (cycle_id, phase, dimension, value, scale_size, favourable_from, counts, strata, published_at)
      select cast(:cycle as uuid), cast(:phase as text), cast(:dimension as text), g.value,
             cast(:size as int), cast(:favourableFrom as int), g.counts, g.strata,
             cast(:now as timestamptz)
      from jsonb_to_recordset(cast(cast(:groups as text) as jsonb))
        as g (value text, counts jsonb, strata jsonb)
      on conflict (cycle_id, phase, dimension, value) do update set
        scale_size = excluded.scale_size, favourable_from = excluded.favourable_from,
        counts = excluded.counts, strata = excluded.strata, published_at = excluded.published_at
      """;

  private static final String BESIDE =
      """
      select p.dimension from (
        select distinct dimension from published_group where cycle_id = :cycle and phase = :phase
        union select 'none') p
      where p.dimension <> :dimension
      order by 1
      """;

  private static final String LOCK =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended(:cycle, 0))) locked";

  // What was judged includes reviews that no session decided. Until these are shared they count for
  // nothing, and a look in between would show fewer people, and later on others beside the judged.
  private static final String LAST_CHANGE =
      """
      select c.changed_at from cycle c
      where c.cycle_id = :cycle and not exists (select 1 from rebuild where state = 'RUNNING')
        and not (cast(:phase as text) = 'AFTER'
          and exists (select 1 from demographics.dimension d where d.key = :dimension)
          and exists (select 1 from judgement j
                      where j.cycle_id = c.cycle_id and j.origin = 'LIVE')
          and exists (select 1 from rating_fact f
                      where f.cycle_id = c.cycle_id and f.state = 'SUBMITTED'))
      """;

  /** Until the end of the transaction nobody else publishes anything of the cycle. */
  Uni<Void> lock(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(LOCK, Object.class)
        .setParameter("cycle", cycle.id().toString())
        .getSingleResult()
        .replaceWithVoid();
  }

  /**
   * When a count of the cycle last changed; to be read after the counts, so that none of them is
   * newer. Empty while what is published has to stay: everything is counted anew, and the counts
   * are those of long ago; or the groups were judged, and some of their people wait to be shared.
   */
  Uni<Optional<Instant>> lastChange(Mutiny.Session session, Part part) {
    return session
        .createNativeQuery(LAST_CHANGE, OffsetDateTime.class)
        .setParameter("cycle", part.cycle().id())
        .setParameter("phase", part.phase().name())
        .setParameter("dimension", part.dimension())
        .getResultList()
        .map(found -> found.stream().findFirst().map(OffsetDateTime::toInstant));
  }

  /** The dimensions of which anything has been published beside a part, and the total. */
  Uni<List<Part>> beside(Mutiny.Session session, Part part) {
    return session
        .createNativeQuery(BESIDE, String.class)
        .setParameter("cycle", part.cycle().id())
        .setParameter("phase", part.phase().name())
        .setParameter("dimension", part.dimension())
        .getResultList()
        .map(
            found ->
                found.stream()
                    .map(dimension -> new Part(part.cycle(), part.phase(), dimension))
                    .toList());
  }

  Uni<SortedMap<String, PublishedGroup>> read(Mutiny.Session session, Part part) {
    return session
        .createNativeQuery(READ, Object[].class)
        .setParameter("cycle", part.cycle().id())
        .setParameter("phase", part.phase().name())
        .setParameter("dimension", part.dimension())
        .getResultList()
        .map(PublishedGroups::byValue);
  }

  Uni<Void> renew(
      Mutiny.Session session,
      Part part,
      Scale scale,
      Map<String, PublishedGroup> groups,
      Instant now) {
    List<Row> rows = groups.entrySet().stream().map(g -> Row.of(g.getKey(), g.getValue())).toList();
    return session
        .createNativeQuery(RENEW)
        .setParameter("cycle", part.cycle().id())
        .setParameter("phase", part.phase().name())
        .setParameter("dimension", part.dimension())
        .setParameter("size", scale.size())
        .setParameter("favourableFrom", scale.favourableFrom())
        .setParameter("groups", Json.write(rows))
        .setParameter("now", now)
        .executeUpdate()
        .replaceWithVoid();
  }

  private record Row(String value, List<Long> counts, Map<String, List<Long>> strata) {

    static Row of(String value, PublishedGroup group) {
      Map<String, List<Long>> strata = new TreeMap<>();
      group.strata().forEach((stratum, counts) -> strata.put(stratum, numbers(counts)));
      return new Row(value, numbers(group.counts()), strata);
    }

    private static List<Long> numbers(LevelCounts counts) {
      return IntStream.rangeClosed(1, counts.levels()).mapToObj(counts::at).toList();
    }
  }

  private static SortedMap<String, PublishedGroup> byValue(List<Object[]> rows) {
    SortedMap<String, PublishedGroup> groups = new TreeMap<>();
    for (Object[] row : rows) {
      Scale scale = new Scale(((Number) row[1]).intValue(), ((Number) row[2]).intValue());
      groups.put(
          (String) row[0],
          new PublishedGroup(
              scale,
              LevelCounts.of(read((String) row[3], long[].class)),
              strata((String) row[4]),
              Timestamps.instant(row[5])));
    }
    return groups;
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
