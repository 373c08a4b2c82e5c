package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Since when people work for whom, and when those who lead somebody are at work. The directory says
 * how somebody stands and not since when: the day on which it told so counts, at their place.
 */
@ApplicationScoped
class WorkSpells {

  private static final String TOLD =
      """
      with told as (
        select p.id, p.manager_id, p.status = 'ACTIVE' as at_work,
               p.status <> 'TERMINATED' as here,
               cast(p.told_at at time zone coalesce(s.calendar ->> 'zone', 'Etc/GMT-14') as date)
                 as day
        from person p left join site_calendar s on s.work_location = p.work_location
        where p.id = any (cast(:people as uuid[])) %s)
      """;

  private static final String NOW = TOLD.formatted("");

  /** And those whom they work for: by that they may have begun to lead somebody. */
  private static final String NOW_AND_ABOVE =
      TOLD.formatted(
          """
          or p.id in (
            select manager_id from person where id = any (cast(:people as uuid[])))
          """);

  private static final String END =
      NOW
          + """
          update work_spell w set until = greatest(told.day, w.since)
          from told
          where w.person_id = told.id and w.until is null
            and (not told.here or w.manager_id is distinct from told.manager_id)
          """;

  private static final String BEGIN =
      NOW
          + """
          insert into work_spell (person_id, since, manager_id)
          select told.id, told.day, told.manager_id from told
          where told.here
            and not exists (
              select 1 from work_spell w where w.person_id = told.id and w.until is null)
          order by 1
          on conflict (person_id, since) do update
          set until = null, manager_id = excluded.manager_id
          """;

  private static final String LEADS =
      """
      insert into leads_since (manager_id, since)
      select w.manager_id, min(w.since) from work_spell w
      where (w.person_id = any (cast(:people as uuid[]))
          or w.manager_id = any (cast(:people as uuid[])))
        and exists (select 1 from person m where m.id = w.manager_id)
      group by w.manager_id order by w.manager_id
      on conflict (manager_id) do update set since = excluded.since
      where excluded.since < leads_since.since
      """;

  private static final String AWAY =
      NOW
          + """
          update presence_spell s set until = greatest(told.day, s.since)
          from told
          where s.person_id = told.id and s.until is null and not told.at_work
          """;

  /** Who leads nobody is nobody's to look at. */
  private static final String AT_WORK =
      NOW_AND_ABOVE
          + """
          insert into presence_spell (person_id, since)
          select told.id, told.day from told
          where told.at_work
            and exists (select 1 from work_spell led where led.manager_id = told.id)
            and not exists (
              select 1 from presence_spell s where s.person_id = told.id and s.until is null)
          order by 1
          on conflict (person_id, since) do update set until = null
          """;

  private static final String FORGET =
      """
      with erased as (
        select id from unnest(cast(:people as uuid[])) as told (id)
        where not exists (select 1 from person p where p.id = told.id)
      ), led as (
        delete from leads_since where manager_id in (select id from erased)
      ), present as (
        delete from presence_spell where person_id in (select id from erased))
      delete from work_spell where person_id in (select id from erased)
      """;

  /** By those, too, who have worked for them. */
  private static final String FORGET_LEADING =
      """
      update work_spell w set manager_id = null
      where w.manager_id = any (cast(:people as uuid[]))
        and not exists (select 1 from person p where p.id = w.manager_id)
      """;

  private static final String PAST = "delete from work_spell where until <= cast(:until as date)";

  private static final String PAST_PRESENCE =
      """
      delete from presence_spell s
      where s.until <= cast(:until as date)
        or not exists (select 1 from work_spell led where led.manager_id = s.person_id)
      """;

  /** Takes over how these people stand now. */
  Uni<Void> follow(Mutiny.Session db, Collection<UUID> people) {
    return run(db, END, people)
        .chain(() -> run(db, BEGIN, people))
        .chain(() -> run(db, LEADS, people))
        .chain(() -> run(db, AWAY, people))
        .chain(() -> run(db, AT_WORK, people))
        .chain(() -> run(db, FORGET, people))
        .chain(() -> run(db, FORGET_LEADING, people));
  }

  private static Uni<Void> run(Mutiny.Session db, String sql, Collection<UUID> people) {
    return db.createNativeQuery(sql, new AffectedEntities())
        .setParameter("people", people.toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Forgets what was over before a quarter: nothing that is owed follows from it any more. */
  Uni<Void> forgetBefore(Mutiny.Session db, Quarter quarter) {
    return forget(db, PAST, quarter).chain(() -> forget(db, PAST_PRESENCE, quarter));
  }

  private static Uni<Void> forget(Mutiny.Session db, String sql, Quarter before) {
    return db.createNativeQuery(sql, new AffectedEntities())
        .setParameter("until", before.first())
        .executeUpdate()
        .replaceWithVoid();
  }
}
