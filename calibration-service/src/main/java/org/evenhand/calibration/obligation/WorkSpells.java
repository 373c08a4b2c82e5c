package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Since when people lead whom, and are at work. The directory says how somebody stands and not
 * since when: the day on which it told so counts, at their place.
 */
@ApplicationScoped
class WorkSpells {

  private static final String NOW =
      """
      with told as (
        select p.id, p.manager_id, p.status = 'ACTIVE' as at_work,
               p.status <> 'TERMINATED' as here,
               cast(p.told_at at time zone coalesce(s.calendar ->> 'zone', 'Etc/GMT-14') as date)
                 as day
        from person p left join site_calendar s on s.work_location = p.work_location
        where p.id = any (cast(:people as uuid[])))
      """;

  private static final String END =
      NOW
          + """
          update work_spell w set until = greatest(told.day, w.since)
          from told
          where w.person_id = told.id and w.until is null
            and (not told.here
              or (w.manager_id, w.at_work) is distinct from (told.manager_id, told.at_work))
          """;

  private static final String BEGIN =
      NOW
          + """
          insert into work_spell (person_id, since, manager_id, at_work)
          select told.id, told.day, told.manager_id, told.at_work from told
          where told.here
            and not exists (
              select 1 from work_spell w where w.person_id = told.id and w.until is null)
          order by 1
          on conflict (person_id, since) do update
          set until = null, manager_id = excluded.manager_id, at_work = excluded.at_work
          """;

  private static final String FORGET =
      """
      delete from work_spell w
      where w.person_id = any (cast(:people as uuid[]))
        and not exists (select 1 from person p where p.id = w.person_id)
      """;

  /**
   * From which day on somebody's days count who began to lead when training was offered: what is
   * required before they rate, as nobody asks them to do any other.
   */
  private static final String TRAINED =
      """
      select coalesce((
        select case
          when (select min(w.since) from work_spell w where w.manager_id = :manager)
            <= min(cast(m.offered_at as date)) then cast(:first as date)
          else coalesce(min(cast(h.held_at as date)) filter (where h.held), date '9999-12-31') end
        from training_module m
        left join training_held h on h.module_id = m.id and h.person_id = :manager
        where m.topics @> '["CALIBRATION"]' and m.required_for @> '["RATING"]'
          and m.retired_at is null
        having count(*) > 0), cast(:first as date))
      """;

  private static final String DAYS =
      """
      with counted (since) as (%s)
      select count(*) as days
      from counted,
        generate_series(cast(greatest(cast(:first as date), counted.since) as timestamp),
          cast(cast(:last as date) as timestamp), interval '1 day') day
      where exists (
          select 1 from work_spell own
          where own.person_id = :manager and own.at_work
            and own.since <= day and (own.until is null or own.until > day))
        and exists (
          select 1 from work_spell led
          where led.manager_id = :manager
            and led.since <= day and (led.until is null or led.until > day))
      """
          .formatted(TRAINED);

  /** Takes over how these people stand now. */
  Uni<Void> follow(Mutiny.Session db, Collection<UUID> people) {
    return run(db, END, people)
        .chain(() -> run(db, BEGIN, people))
        .chain(() -> run(db, FORGET, people));
  }

  private static Uni<Void> run(Mutiny.Session db, String sql, Collection<UUID> people) {
    return db.createNativeQuery(sql, new AffectedEntities())
        .setParameter("people", people.toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** On how many days of a quarter somebody leads anybody, at work and trained for it. */
  Uni<Integer> days(Mutiny.Session db, UUID manager, Quarter quarter) {
    LocalDate first = quarter.first();
    return Rows.of(db, DAYS)
        .bind("manager", manager)
        .bind("first", first)
        .bind("last", quarter.last())
        .one(row -> (int) row.bigint("days"));
  }
}
