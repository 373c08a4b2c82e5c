package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
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

  // A review on another scale than the one that is shown contributes nothing.
  private static final String NOW =
      """
      now as materialized (
        select (each.f).review_id, s.dimension, s.value, s.stratum, s.before, s.after
        from (
          select f from rating_fact f
          where f.scale_size = :size and f.favourable_from = :favourableFrom
            and f.review_id in (
              select u.review_id from demographics.unseen_change u where u.cycle_id = :cycle)
          offset 0) each
        cross join lateral shares_of(each.f) s
      )
      """;

  private static final String DECIDED =
      """
      left join jsonb_to_recordset(cast(cast(:decided as text) as jsonb))
          as k (dimension text, key text, first bigint, last bigint, value text, stratum text,
                before smallint, after smallint)
      """;

  private static final String FILL_TOTAL =
      "with "
          + NOW
          + """
          insert into demographics.edition_change
          select c.review_id, 'none', c.key,
                 row_number() over (partition by c.key order by c.review_id),
                 c.shown_value, c.shown_stratum, c.shown_before, c.shown_after,
                 c.value, c.stratum, c.before, c.after, false, null, null, null
          from (
            select u.review_id, u.value as shown_value, u.stratum as shown_stratum,
                   u.before as shown_before, u.after as shown_after, n.value, n.stratum, n.before,
                   n.after,
                   cast(row(u.value, u.stratum, u.before, u.after, n.value, n.stratum, n.before,
                            n.after) as text) as key
            from demographics.unseen_change u
            left join now n on n.review_id = u.review_id and n.dimension = 'none'
            where u.cycle_id = :cycle and u.dimension = 'none') c
          """;

  private static final String FILL_REST =
      "with "
          + NOW
          + """
          , total as materialized (
            select c.review_id,
                   case when k.key is null then c.stratum else k.stratum end as stratum,
                   case when k.key is null then c.before else k.before end as before,
                   case when k.key is null then c.after else k.after end as after
            from demographics.edition_change c
          """
          + DECIDED
          + """
              on k.key = c.key and c.position between k.first and k.last
            where c.dimension = 'none'
          )
          insert into demographics.edition_change
          select c.review_id, c.dimension, c.key,
                 row_number() over (partition by c.dimension, c.key order by c.review_id),
                 c.shown_value, c.shown_stratum, c.shown_before, c.shown_after,
                 c.value, c.stratum, c.before, c.after, c.in_total, c.total_stratum,
                 c.total_before, c.total_after
          from (
            select u.review_id, u.dimension, u.value as shown_value, u.stratum as shown_stratum,
                   u.before as shown_before, u.after as shown_after, n.value, n.stratum, n.before,
                   n.after, t.review_id is not null as in_total, t.stratum as total_stratum,
                   t.before as total_before, t.after as total_after,
                   cast(row(u.value, u.stratum, u.before, u.after, n.value, n.stratum, n.before,
                            n.after, t.review_id is not null, t.stratum, t.before, t.after)
                     as text) as key
            from demographics.unseen_change u
            left join now n on n.review_id = u.review_id and n.dimension = u.dimension
            left join total t on t.review_id = u.review_id
            where u.cycle_id = :cycle and u.dimension <> 'none'
              and u.dimension in (
                select jsonb_array_elements_text(cast(cast(:dimensions as text) as jsonb)))) c
          """;

  private static final String READ =
      """
      select dimension, key, shown_value, shown_stratum, shown_before, shown_after, belongs_to,
             stratum, before, after, in_total, total_stratum, total_before, total_after, count(*)
      from demographics.edition_change
      where (dimension = 'none') = :total
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14
      order by 1, 2
      """;

  private static final String KEEP =
      """
      with decided as materialized (
        select c.review_id, c.dimension, k.key is not null as unseen, k.value, k.stratum, k.before,
               k.after
        from demographics.edition_change c
      """
          + DECIDED
          + """
                on k.dimension = c.dimension and k.key = c.key
               and c.position between k.first and k.last
          ), seen as (
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

  private static final String CLEAR = "delete from demographics.edition_change";

  private static final String CLEAR_REST = CLEAR + " where dimension <> 'none'";

  private static final String FORGET =
      "delete from demographics.unseen_change where cycle_id = :cycle";

  /** Those of the total, alike ones together. */
  Uni<List<Change>> ofTotal(
      Mutiny.Session session, Cycle cycle, Scale scale, Collection<String> dimensions) {
    return session
        .createNativeQuery(SPREAD)
        .setParameter("cycle", cycle.id())
        .setParameter("dimensions", Json.write(dimensions))
        .executeUpdate()
        .chain(() -> on(session.createNativeQuery(FILL_TOTAL), cycle, scale).executeUpdate())
        .chain(() -> read(session, true))
        .map(found -> found.getOrDefault(Dimensions.NONE, List.of()));
  }

  /**
   * Those of every other dimension, alike ones together.
   *
   * @param total what of each is shown in the total from now on
   */
  Uni<SortedMap<String, List<Change>>> ofRest(
      Mutiny.Session session,
      Cycle cycle,
      Scale scale,
      Collection<String> dimensions,
      Release total) {
    return session
        .createNativeQuery(CLEAR_REST)
        .executeUpdate()
        .chain(
            () ->
                on(session.createNativeQuery(FILL_REST), cycle, scale)
                    .setParameter("dimensions", Json.write(dimensions))
                    .setParameter("decided", Json.write(rows(Dimensions.NONE, total)))
                    .executeUpdate())
        .chain(() -> read(session, false));
  }

  private static Mutiny.MutationQuery on(Mutiny.MutationQuery query, Cycle cycle, Scale scale) {
    return query
        .setParameter("cycle", cycle.id())
        .setParameter("size", scale.size())
        .setParameter("favourableFrom", scale.favourableFrom());
  }

  private static Uni<SortedMap<String, List<Change>>> read(Mutiny.Session session, boolean total) {
    return session
        .createNativeQuery(READ, Object[].class)
        .setParameter("total", total)
        .getResultList()
        .map(UnseenChanges::changes);
  }

  private static SortedMap<String, List<Change>> changes(List<Object[]> rows) {
    SortedMap<String, List<Change>> changes = new TreeMap<>();
    for (@Nullable Object[] row : rows) {
      String group = (String) row[6];
      changes
          .computeIfAbsent((String) row[0], none -> new ArrayList<>())
          .add(
              new Change(
                  (String) row[1],
                  Share.of((String) row[2], (String) row[3], level(row[4]), level(row[5])),
                  Share.of(group, (String) row[7], level(row[8]), level(row[9])),
                  group,
                  Boolean.TRUE.equals(row[10])
                      ? Share.of("all", (String) row[11], level(row[12]), level(row[13]))
                      : null,
                  ((Number) row[14]).longValue()));
    }
    return changes;
  }

  private static @Nullable Integer level(@Nullable Object ordinal) {
    return ordinal == null ? null : ((Number) ordinal).intValue();
  }

  /**
   * What is shown of these from now on; those that are shown as they are are no change any more.
   */
  Uni<Void> keep(Mutiny.Session session, Edition edition) {
    List<Row> rows = new ArrayList<>();
    edition.releases().forEach((dimension, release) -> rows.addAll(rows(dimension, release)));
    return session
        .createNativeQuery(KEEP)
        .setParameter("decided", Json.write(rows))
        .executeUpdate()
        .chain(() -> session.createNativeQuery(CLEAR).executeUpdate())
        .replaceWithVoid();
  }

  private static List<Row> rows(String dimension, Release release) {
    return release.shown().stream()
        .filter(each -> !each.asNow())
        .map(each -> Row.of(dimension, each))
        .toList();
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
