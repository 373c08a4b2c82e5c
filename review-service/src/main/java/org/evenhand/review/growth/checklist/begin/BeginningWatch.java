package org.evenhand.review.growth.checklist.begin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.moved.MovedPosts;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notices on what occasions lists have to begin. An import keeps the present state alone, so what
 * was last seen of each assignment is kept here, and held against those of whom an import has told;
 * one statement finds all occasions, however many people it was about. Not in the import's own
 * transaction, which would be the longer for it.
 */
@ApplicationScoped
class BeginningWatch implements OrgChanges, DueTask {

  private static final String KIND = "checklist-occasions";

  /** Who came longer ago is no newcomer, however late somebody tells of them. */
  static final int NEWCOMER_DAYS = 30;

  /**
   * Binds {@code :toldSince}, {@code :newcomers} and {@code :now}. What the person did is told of
   * their main assignment alone. Of somebody who moved while nothing was seen of them it is the
   * joining that counts.
   */
  private static final String BEGIN =
      """
      with told as materialized (
        select a.id, a.main, a.line_manager_id, a.job_level, a.job_family, a.country, a.started_on,
          a.changed_on, a.ended_on is null and e.status <> 'TERMINATED' as works, e.status,
          e.terminated_on, e.id as person
        from employee e join assignment a on a.employee_id = e.id
        where e.recorded_at >= cast(:toldSince as timestamptz)),
      held as materialized (
        select told.*, seen.line_manager_id as old_manager, seen.job_level as old_level,
          seen.job_family as old_family, seen.country as old_country,
          seen.assignment_id is null or seen.started_on <> told.started_on as joined,
          last.id as last_status, last.status as now_status, last.changed_on as status_on,
          before.status as was_status, before.changed_on as was_on
        from told
        left join checklist_seen seen on seen.assignment_id = told.id
        left join lateral (
          select s.id, s.status, s.changed_on from status_change s
          where s.employee_id = told.person and s.id > coalesce(seen.status_seen, 0)
          order by s.id desc limit 1) last on true
        left join lateral (
          select s.status, s.changed_on from status_change s
          where s.employee_id = told.person and s.id < last.id
          order by s.id desc limit 1) before on true),
      occasion as (
        select 'ONBOARDING' as kind, id, started_on as on_day, cast(null as date) as away
        from held where joined and works and started_on >= :newcomers
        union all
        select 'MANAGER_HANDOVER', id, changed_on, null
        from held where not joined and works and line_manager_id is not null
          and line_manager_id is distinct from old_manager
        union all
        select 'ROLE_CHANGE', id, changed_on, null
        from held where not joined and works and (job_level, job_family) <> (old_level, old_family)
        union all
        select 'CROSS_BORDER', id, changed_on, null
        from held where not joined and works and country <> old_country
        union all
        select 'RETURN', id, status_on, was_on
        from held where not joined and works and main and now_status = 'ACTIVE'
          and coalesce(was_status, 'ON_LEAVE') = 'ON_LEAVE'
        union all
        select 'LEAVING', id, terminated_on - 1, null
        from held where not joined and main and now_status = 'TERMINATED'),
      begun as (
        insert into checklist_beginning (id, kind, assignment_id, on_day, away_since)
        select gen_random_uuid(), occasion.kind, occasion.id, occasion.on_day, occasion.away
        from occasion join checklist_template template on template.kind = occasion.kind
        where template.items <> '[]'
        returning id),
      kept as (
        insert into checklist_seen (assignment_id, line_manager_id, job_level, job_family, country,
          started_on, status_seen)
        select id, line_manager_id, job_level, job_family, country, started_on,
          coalesce(last_status, 0)
        from held
        on conflict (assignment_id) do update set line_manager_id = excluded.line_manager_id,
          job_level = excluded.job_level, job_family = excluded.job_family,
          country = excluded.country, started_on = excluded.started_on,
          status_seen = greatest(checklist_seen.status_seen, excluded.status_seen)
        where (checklist_seen.line_manager_id, checklist_seen.job_level, checklist_seen.job_family,
            checklist_seen.country, checklist_seen.started_on)
          is distinct from (excluded.line_manager_id, excluded.job_level, excluded.job_family,
            excluded.country, excluded.started_on)
          or excluded.status_seen > checklist_seen.status_seen)
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', id, :now, :now from begun
      """
          .formatted(Beginning.KIND);

  /** Two who look at once would find the same occasion twice. */
  private static final String ALONE =
      "select cast(pg_advisory_xact_lock(hashtextextended('checklist-occasions', 0)) as text)"
          + " as held";

  private final MovedPosts moved;
  private final DueWork dueWork;
  private final Clock clock;

  BeginningWatch(MovedPosts moved, DueWork dueWork, Clock clock) {
    this.moved = moved;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return dueWork.schedule(session, KIND, importId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID importId) {
    return Rows.unflushed(session, ALONE)
        .run()
        .chain(() -> moved.toldSince(session, importId))
        .chain(
            since ->
                session
                    .createNativeQuery(BEGIN, new AffectedEntities())
                    .setParameter("toldSince", since)
                    .setParameter("newcomers", LocalDate.now(clock).minusDays(NEWCOMER_DAYS))
                    .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
