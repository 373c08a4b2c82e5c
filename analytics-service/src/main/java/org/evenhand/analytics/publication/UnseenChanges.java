package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code unseen_change}: which reviews are shown otherwise than they are. Which values
 * persons have declared leaves the database by group and level only, never by review.
 */
@ApplicationScoped
class UnseenChanges {

  // A dimension shows of a review what the total shows: whoever waits there waits everywhere.
  private static final String SPREAD =
      """
      with missing as materialized (
        select u.review_id, d.dimension
        from demographics.unseen_change u
        cross join jsonb_array_elements_text(cast(cast(:dimensions as text) as jsonb)) d (dimension)
        where u.cycle_id = :cycle and u.dimension = 'none' and d.dimension <> 'none'
          and not exists (
            select 1 from demographics.unseen_change known
            where known.review_id = u.review_id and known.dimension = d.dimension)
      ), shown as materialized (
        select (each.f).review_id, s.dimension, s.value, s.stratum, s.before, s.after
        from (
          select f from rating_fact f
          where f.review_id in (select review_id from missing) offset 0) each
        cross join lateral shown_of(each.f) s
      )
      insert into demographics.unseen_change
        (cycle_id, review_id, dimension, value, stratum, before, after)
      select cast(:cycle as uuid), m.review_id, m.dimension, s.value, s.stratum, s.before, s.after
      from missing m
      left join shown s on s.review_id = m.review_id and s.dimension = m.dimension
      on conflict (review_id, dimension) do nothing
      """;

  private static final String READ =
      """
      select dimension, key, of_total, shown_value, shown_stratum, shown_before, shown_after,
             belongs_to, stratum, before, after, count(*)
      from unseen_of(:cycle, :size, :favourableFrom)
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
      """;

  private static final String KEEP =
      """
      with decided as materialized (
        select u.review_id, u.dimension, k.key is not null as unseen, k.value, k.stratum, k.before,
               k.after
        from (
          select review_id, dimension, key,
                 row_number() over (partition by dimension, key order by review_id) as position
          from unseen_of(:cycle, :size, :favourableFrom)) u
        left join jsonb_to_recordset(cast(cast(:unseen as text) as jsonb))
          as k (dimension text, key text, first bigint, last bigint, value text, stratum text,
                before smallint, after smallint)
          on k.dimension = u.dimension and k.key = u.key and u.position between k.first and k.last
      ), shown_now as (
        delete from demographics.unseen_change u using decided d
        where u.review_id = d.review_id and u.dimension = d.dimension and not d.unseen
      )
      update demographics.unseen_change u
      set value = d.value, stratum = d.stratum, before = d.before, after = d.after
      from decided d
      where u.review_id = d.review_id and u.dimension = d.dimension and d.unseen
        and (u.value, u.stratum, u.before, u.after)
          is distinct from (d.value, d.stratum, d.before, d.after)
      """;

  private static final String FORGET =
      "delete from demographics.unseen_change where cycle_id = :cycle";

  /** Those of each dimension, alike ones together. */
  Uni<SortedMap<String, List<Change>>> read(
      Mutiny.Session session, Cycle cycle, Scale scale, Collection<String> dimensions) {
    return session
        .createNativeQuery(SPREAD)
        .setParameter("cycle", cycle.id())
        .setParameter("dimensions", Json.write(dimensions))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(READ, Object[].class)
                    .setParameter("cycle", cycle.id())
                    .setParameter("size", scale.size())
                    .setParameter("favourableFrom", scale.favourableFrom())
                    .getResultList())
        .map(UnseenChanges::changes);
  }

  private static SortedMap<String, List<Change>> changes(List<Object[]> rows) {
    SortedMap<String, List<Change>> changes = new TreeMap<>();
    for (@Nullable Object[] row : rows) {
      changes
          .computeIfAbsent((String) row[0], none -> new ArrayList<>())
          .add(
              new Change(
                  (String) row[1],
                  Share.of((String) row[3], (String) row[4], level(row[5]), level(row[6])),
                  Share.of((String) row[7], (String) row[8], level(row[9]), level(row[10])),
                  (String) row[7],
                  (String) row[2],
                  ((Number) row[11]).longValue()));
    }
    return changes;
  }

  private static @Nullable Integer level(@Nullable Object ordinal) {
    return ordinal == null ? null : ((Number) ordinal).intValue();
  }

  /**
   * What is shown of these from now on; those that are shown as they are are no change any more.
   */
  Uni<Void> keep(Mutiny.Session session, Cycle cycle, Scale scale, Edition edition) {
    List<Row> rows = new ArrayList<>();
    edition
        .releases()
        .forEach(
            (dimension, release) ->
                release.shown().stream()
                    .filter(each -> !each.asNow())
                    .forEach(each -> rows.add(Row.of(dimension, each))));
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycle.id())
        .setParameter("size", scale.size())
        .setParameter("favourableFrom", scale.favourableFrom())
        .setParameter("unseen", Json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** As if nothing of the cycle had been published. */
  Uni<Void> forget(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("cycle", cycle.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  private record Row(
      String dimension,
      String key,
      long first,
      long last,
      @Nullable String value,
      @Nullable String stratum,
      @Nullable Integer before,
      @Nullable Integer after) {

    static Row of(String dimension, Shown shown) {
      Share share = shown.share();
      boolean isNothing = share.isNothing();
      return new Row(
          dimension,
          shown.change().key(),
          shown.first(),
          shown.last(),
          isNothing ? null : share.value(),
          isNothing ? null : share.stratum(),
          share.before(),
          share.after());
    }
  }
}
