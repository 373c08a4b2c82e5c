package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.FigureYears;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts people by the furthest stage that they reached with any opportunity of a kind and year:
 * somebody who could apply for a hundred is one person. An opportunity counts once all its parts
 * are there, and none that was decided in a year which is published.
 */
@ApplicationScoped
public class Opportunities {

  private static final String KEEP_PARTS =
      """
      insert into access_part (opportunity_id, part, parts, kind, year, people, arrived_at)
      select t."opportunityId", t.part, t.parts, t.kind, t.year, t.people, :now
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as t ("opportunityId" uuid, part int, parts int, kind text, year int, people jsonb)
      join figure_year y on y.room = 'ACCESS' and y.year = t.year and y.published_at is null
      where not exists (
        select 1 from access_opportunity o where o.opportunity_id = t."opportunityId")
      order by 1, 2
      on conflict (opportunity_id, part) do nothing
      """;

  private static final String DIFFERING =
      """
      select opportunity_id from access_part
      where opportunity_id in (
        select cast(jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) as uuid))
      group by opportunity_id having count(distinct (parts, kind, year)) > 1
      """;

  // The rows of people are taken in one order by everyone, so that two batches wait for each other
  // and no more. A job is kept as it was when somebody first counted: whoever is selected has
  // another one by the time that the year is published.
  private static final String COUNT_WHOLE =
      """
      with whole as materialized (
        select opportunity_id from access_part
        where opportunity_id in (
          select cast(jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) as uuid))
        group by opportunity_id having count(*) = max(parts)
      ), taken as (
        delete from access_part p using whole w where p.opportunity_id = w.opportunity_id
        returning p.opportunity_id, p.kind, p.year, p.people
      ), counted as (
        insert into access_opportunity (opportunity_id, kind, year)
        select distinct on (opportunity_id) opportunity_id, kind, year from taken
        order by opportunity_id
      ), jobs as (
        insert into access_job (kind, year, employee_id, job)
        select distinct t.kind, t.year, who.employee_id, who.job_family || ' / ' || who.job_level
        from taken t
        cross join lateral jsonb_to_recordset(t.people) as p ("employeeId" uuid)
        join person who on who.employee_id = p."employeeId"
        where who.job_family is not null and who.job_level is not null
        order by 1, 2, 3
        on conflict do nothing
      )
      insert into access_person as known (kind, year, employee_id, level)
      select t.kind, t.year, p."employeeId",
        max(array_position(array['ELIGIBLE', 'APPLIED', 'ASSESSED', 'SELECTED'], p.stage))
      from taken t
      cross join lateral jsonb_to_recordset(t.people) as p ("employeeId" uuid, stage text)
      group by 1, 2, 3
      order by 1, 2, 3
      on conflict (kind, year, employee_id) do update
      set level = greatest(known.level, excluded.level)
      """;

  private final FigureYears known;
  private final Clock clock;

  Opportunities(FigureYears known, Clock clock) {
    this.known = known;
    this.clock = clock;
  }

  private record Part(
      UUID opportunityId,
      int part,
      int parts,
      OpportunityKind kind,
      int year,
      List<OpportunityReached.Reached> people) {

    static Part of(OpportunityReached told) {
      return new Part(
          told.opportunityId(), told.part(), told.parts(), told.kind(), told.year(), told.people());
    }
  }

  Uni<Void> take(Mutiny.Session session, List<OpportunityReached> told) {
    String parts = Json.write(told.stream().map(Part::of).toList());
    String ids =
        Json.write(told.stream().map(OpportunityReached::opportunityId).distinct().toList());
    // Due work is taken before the lock of counting, and so has to be scheduled before it.
    return known
        .from(session, years(told))
        .chain(() -> CountingLock.counting(session))
        .chain(() -> keep(session, parts))
        .chain(() -> known.chosen(session, chosen(told)))
        .chain(() -> requireAlike(session, ids))
        .chain(() -> run(session, COUNT_WHOLE, ids));
  }

  private static List<FigureYear> chosen(List<OpportunityReached> told) {
    return years(told.stream().filter(OpportunityReached::isChosen).toList());
  }

  private static List<FigureYear> years(List<OpportunityReached> told) {
    return told.stream()
        .map(each -> new FigureYear(YearlyRoom.ACCESS, each.year()))
        .distinct()
        .toList();
  }

  private Uni<Void> keep(Mutiny.Session session, String parts) {
    return session
        .createNativeQuery(KEEP_PARTS, new AffectedEntities())
        .setParameter("rows", parts)
        .setParameter("now", Instant.now(clock))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Parts of one opportunity tell of the same: else none of them is believed. */
  private static Uni<Void> requireAlike(Mutiny.Session session, String ids) {
    return Rows.of(session, DIFFERING)
        .bind("rows", ids)
        .any()
        .invoke(
            differ -> {
              if (differ) {
                throw new RefusedEvent("A part of an opportunity differs from an earlier one");
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, String rows) {
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("rows", rows)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Forgets what isn't published yet, to be counted anew; the caller keeps others from counting.
   * The jobs stay: the directory no longer knows those that people had.
   */
  public Uni<Void> startOver(Mutiny.Session session) {
    return session
        .createNativeQuery(
            "truncate access_part, access_opportunity, access_person", new AffectedEntities())
        .executeUpdate()
        .replaceWithVoid();
  }
}
