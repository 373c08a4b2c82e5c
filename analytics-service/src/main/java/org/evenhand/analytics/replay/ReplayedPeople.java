package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Those who count in an edition, by what was told of them. What somebody has declared leaves the
 * database in counts alone. Who has declared otherwise since counts as then: no replay finds their
 * review, and they are told as most of their block are.
 */
final class ReplayedPeople {

  // Whom the directory doesn't know is erased, or has an id that is nobody's already.
  private static final String UNLINK =
      Unlinking.of(
          """
          s.cycle_id = :cycle and s.dimension = :dimension
            and not exists (select 1 from person p where p.employee_id = s.employee_id)
          """);

  private static final String IN_EDITION =
      """
      s.cycle_id = :cycle and s.dimension = :dimension and s.before is not null
        and s.first_edition <= :edition and coalesce(s.last_edition, :edition) >= :edition
      """;

  // What editions and figures of appeals show of somebody, but for the group in which they count
  // now: whoever was in another one before shares it with few. It is written down once, with the
  // first replay: what moved later would leave somebody's block and tell of them alone.
  private static final String KEEP_PAST =
      """
      update demographics.snapshot s set replayed_past =
        (select md5(string_agg(
             concat_ws('.', e.first_edition, coalesce(cast(e.last_edition as text), '-'),
               coalesce(cast(e.before as text), '-'), coalesce(cast(e.after as text), '-'),
               case when e.value <> s.value then e.value else '' end),
             '/' order by e.first_edition))
           || coalesce((
             select case when bool_or(a.state = 'RATING_CHANGED') then ' changed'
                         when bool_or(a.admitted) then ' unchanged'
                         else ' not admitted' end
             from appeal_told a
             where a.cycle_id = s.cycle_id and a.review_id = s.review_id
               and a.filed_at <= (
                 select max(published_at) from edition where cycle_id = s.cycle_id)
             having count(*) > 0), '')
         from demographics.snapshot e
         where e.cycle_id = s.cycle_id and e.dimension = s.dimension
           and e.review_id = s.review_id)
      where s.replayed_past is null and %s
      """
          .formatted(IN_EDITION);

  private static final String PEOPLE =
      """
      select s.review_id, s.first_edition, s.value, s.before, s.replayed_past as past, s.replayed,
        o.level
      from demographics.snapshot s
      left join told_outcome o on o.telling_id = :telling and o.review_id = s.review_id
      where %s
      """
          .formatted(IN_EDITION);

  private static final String COUNT =
      """
      select value, before, past, replayed, level, count(*) as people from (%s) each
      group by 1, 2, 3, 4, 5
      """
          .formatted(PEOPLE);

  private static final String KEEP =
      """
      with told as materialized (
        select each.review_id, each.first_edition, t.after
        from (%s) each
        join jsonb_to_recordset(cast(cast(:told as text) as jsonb))
          as t (value text, before smallint, past text, path text, level smallint, after text)
          on t.value = each.value and t.before = each.before and t.past = each.past
            and t.path = each.replayed and t.level is not distinct from each.level
      )
      update demographics.snapshot s set replayed = told.after
      from told
      where s.cycle_id = :cycle and s.dimension = :dimension and s.review_id = told.review_id
        and s.first_edition = told.first_edition
      """
          .formatted(PEOPLE);

  private final Telling telling;
  private final Edition edition;
  private final String dimension;

  ReplayedPeople(Telling telling, Edition edition, String dimension) {
    this.telling = telling;
    this.edition = edition;
    this.dimension = dimension;
  }

  Uni<List<Counted>> counted(Mutiny.Session session) {
    return session
        .createNativeQuery(UNLINK, new AffectedEntities())
        .setParameter("cycle", telling.cycleId())
        .setParameter("dimension", dimension)
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(KEEP_PAST, new AffectedEntities())
                    .setParameter("cycle", telling.cycleId())
                    .setParameter("dimension", dimension)
                    .setParameter("edition", edition.number())
                    .executeUpdate())
        .chain(
            () ->
                Rows.of(session, COUNT)
                    .bind("telling", telling.id())
                    .bind("cycle", telling.cycleId())
                    .bind("dimension", dimension)
                    .bind("edition", edition.number())
                    .list(ReplayedPeople::counted));
  }

  private static Counted counted(Row row) {
    return new Counted(
        row.text("value"),
        row.integer("before"),
        row.text("past"),
        row.text("replayed"),
        row.orNull("level", Row::integer),
        row.bigint("people"));
  }

  private record Kept(
      String value, int before, String past, String path, @Nullable Integer level, String after) {

    static Kept of(Told told) {
      return new Kept(
          told.value(), told.before(), told.past(), told.path(), told.level(), told.after());
    }
  }

  /** Later replays of the cycle go by it. */
  Uni<Void> keep(Mutiny.Session session, List<Told> told) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("telling", telling.id())
        .setParameter("cycle", telling.cycleId())
        .setParameter("dimension", dimension)
        .setParameter("edition", edition.number())
        .setParameter("told", Json.write(told.stream().map(Kept::of).toList()))
        .executeUpdate()
        .replaceWithVoid();
  }
}
