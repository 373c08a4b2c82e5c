package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code edition_change}: the unseen changes of a cycle while an edition decides about them,
 * first those of the total, then those of every other dimension beside it. Which values persons
 * have declared leaves the database by group and level only, never by review.
 */
@ApplicationScoped
class EditionChanges {

  // A review on another scale than the one that is shown contributes nothing, nor does one that is
  // gone. Every join is one by key: nothing is known yet of how many rows have come.
  private static final String CHANGES =
      """
      (
        select u.review_id, u.dimension, u.value as shown_value, u.stratum as shown_stratum,
               u.before as shown_before, u.after as shown_after, s.value, s.stratum, s.before,
               s.after
        from (
          select f from rating_fact f
          where f.scale_size = :size and f.favourable_from = :favourableFrom
            and f.review_id in (
              select each.review_id from demographics.unseen_change each
              where each.cycle_id = :cycle)
          offset 0) fact
        cross join lateral shares_of(fact.f) s
        join demographics.unseen_change u
          on u.review_id = (fact.f).review_id and u.dimension = s.dimension
        union all
        select u.review_id, u.dimension, u.value, u.stratum, u.before, u.after, null, null, null,
               null
        from demographics.unseen_change u
        where u.cycle_id = :cycle and not exists (
          select 1 from rating_fact f
          where f.review_id = u.review_id and f.scale_size = :size
            and f.favourable_from = :favourableFrom)
      ) u
      """;

  private static final String DECIDED =
      """
      jsonb_to_recordset(cast(cast(:decided as text) as jsonb))
          as k (dimension text, key text, first bigint, last bigint, value text, stratum text,
                before smallint, after smallint)
      """;

  private static final String FILL_TOTAL =
      """
      insert into demographics.edition_change
      select c.review_id, 'none', c.key, row_number() over (partition by c.key order by c.review_id),
             c.shown_value, c.shown_stratum, c.shown_before, c.shown_after, c.value, c.stratum,
             c.before, c.after, false
      from (
        select u.*, cast(row(u.shown_value, u.shown_stratum, u.shown_before, u.shown_after, u.value,
                             u.stratum, u.before, u.after) as text) as key
        from
      """
          + CHANGES
          + """
            where u.dimension = 'none') c
          """;

  private static final String FILL_REST =
      """
      insert into demographics.edition_change
      select c.review_id, c.dimension, c.key,
             row_number() over (partition by c.dimension, c.key order by c.review_id),
             c.shown_value, c.shown_stratum, c.shown_before, c.shown_after, c.value, c.stratum,
             c.before, c.after, c.in_total, c.total_stratum, c.total_before, c.total_after
      from (
        select u.*, t.review_id is not null as in_total,
               t.stratum as total_stratum, t.before as total_before, t.after as total_after,
               cast(row(u.shown_value, u.shown_stratum, u.shown_before, u.shown_after, u.value,
                        u.stratum, u.before, u.after, t.review_id is not null, t.stratum, t.before,
                        t.after) as text) as key
        from
      """
          + CHANGES
          + """
            left join (
              select c.review_id,
                     case when c.unseen then c.next_stratum else c.stratum end as stratum,
                     case when c.unseen then c.next_before else c.before end as before,
                     case when c.unseen then c.next_after else c.after end as after
              from demographics.edition_change c where c.dimension = 'none') t
              on t.review_id = u.review_id
            where u.dimension <> 'none' and u.dimension in (
              select jsonb_array_elements_text(cast(cast(:dimensions as text) as jsonb)))) c
          """;

  private static final String NOTHING_DECIDED =
      "update demographics.edition_change set unseen = false where unseen";

  private static final String DECIDE =
      """
      update demographics.edition_change c
      set unseen = true, next_value = k.value, next_stratum = k.stratum, next_before = k.before,
          next_after = k.after
      from
      """
          + DECIDED
          + """
          where k.dimension = c.dimension and k.key = c.key
            and c.position between k.first and k.last
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

  private static final String CLEAR = "delete from demographics.edition_change";

  private static final String CLEAR_REST = CLEAR + " where dimension <> 'none'";

  /** Those of the total, alike ones together. */
  Uni<List<Change>> ofTotal(Mutiny.Session session, Cycle cycle, Scale scale) {
    return on(session.createNativeQuery(FILL_TOTAL), cycle, scale)
        .executeUpdate()
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
    return run(session, CLEAR_REST)
        .chain(() -> run(session, NOTHING_DECIDED))
        .chain(() -> decide(session, Map.of(Dimensions.NONE, total)))
        .chain(
            () ->
                on(session.createNativeQuery(FILL_REST), cycle, scale)
                    .setParameter("dimensions", Json.write(dimensions))
                    .executeUpdate())
        .chain(() -> read(session, false));
  }

  /** What is shown of those of the other dimensions; the total is decided. */
  Uni<Void> decide(Mutiny.Session session, Edition edition) {
    Map<String, Release> rest = new TreeMap<>(edition.releases());
    rest.remove(Dimensions.NONE);
    return decide(session, rest).replaceWithVoid();
  }

  private static Uni<Integer> decide(Mutiny.Session session, Map<String, Release> releases) {
    List<Row> rows = new ArrayList<>();
    releases.forEach((dimension, release) -> rows.addAll(rows(dimension, release)));
    return session
        .createNativeQuery(DECIDE)
        .setParameter("decided", Json.write(rows))
        .executeUpdate();
  }

  Uni<Void> clear(Mutiny.Session session) {
    return run(session, CLEAR).replaceWithVoid();
  }

  private static Uni<Integer> run(Mutiny.Session session, String sql) {
    return session.createNativeQuery(sql).executeUpdate();
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
        .map(EditionChanges::changes);
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

  private static List<Row> rows(String dimension, Release release) {
    return release.shown().stream()
        .filter(each -> !each.asNow())
        .map(each -> Row.of(dimension, each))
        .toList();
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
