package org.evenhand.review.review.succession;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.review.ReviewerConcern;
import org.evenhand.review.review.succession.Finding.IsAsked;
import org.evenhand.review.review.succession.Finding.IsAskedNoMore;
import org.evenhand.review.review.succession.Finding.Passes;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the unfinished reviews whose reviewer can't go on, or about whom HR is to be asked. */
@ApplicationScoped
class Findings {

  /**
   * Locks what it finds, and looks at it again once it has the lock: whoever passes a review on by
   * hand at the same moment, or looks from another instance, comes before or after.
   *
   * <p>Until the cut-off date a review passes on by itself, from then on HR is asked. Next comes
   * the manager of the reviewed assignment, then whoever is above the reviewee, then whoever is
   * above the reviewer: at work, leading somebody, and not below the reviewee, as lines that were
   * turned round would have it. Nobody who is chosen so is found again. Whoever is on leave and has
   * asked somebody to act for them keeps their reviews meanwhile.
   *
   * <p>{@code offset 0} lets each review be judged once. A line up is told from a dotted one by
   * what it isn't: for an equality beside the employee PostgreSQL 18 expects to read all lines.
   */
  private static final String NEXT =
      """
      with found as materialized (
        select r.id, r.employee_id, r.reviewer_id, manager, concern, passes
        from review r
        join cycle c on c.id = r.cycle_id
        join assignment held on held.id = r.assignment_id
        join employee who on who.id = r.reviewer_id
        cross join lateral (select
          held.line_manager_id as manager,
          case
            when who.status = 'TERMINATED' or who.status = 'ON_LEAVE' and not exists (
              select 1 from delegation d where d.from_id = r.reviewer_id
                and d.revoked_at is null and d.last_day >= :today) then who.status
            when exists (select 1 from reporting_line down
              where down.employee = r.reviewer_id and down.above = r.employee_id
                and down.relationship = 'LINE') then 'BELOW_REVIEWEE'
            when not r.named_by_hr and not exists (select 1 from reporting_line led
              where led.above = r.reviewer_id and led.relationship = 'LINE') then 'LINE_CUT'
          end as obstacle,
          cast(c.plan ->> 'cutOffDate' as date) >= cast(:today as date) as in_time,
          case when r.question ->> 'settledAt' is null
            then r.question ->> 'concern' end as asked
          offset 0) as present
        cross join lateral (select
          obstacle is not null and in_time as passes,
          coalesce(obstacle, case
            when r.revision = 1 and manager is distinct from r.manager_id
              and manager is distinct from r.reviewer_id then 'MANAGER_CHANGED'
          end) as concern) as judged
        where r.phase in ('NOT_STARTED', 'IN_PROGRESS')
          and c.state not in ('DRAFT', 'SCHEDULED', 'CANCELLED')
          and (c.state <> 'CLOSED' or r.revision > 1)
          and (passes or asked is distinct from concern
            or asked is not null
              and r.question ->> 'managerId' is distinct from cast(manager as text))
        order by r.id
        limit %d
        for update of r)
      select found.id, concern, passes, manager, case when passes then (
        select candidate.id
        from (
          select manager as id, 0 as line, 0 as depth
          union all
          select above, 1, depth from reporting_line
          where employee = found.employee_id and relationship <> 'DOTTED'
          union all
          select above, 2, depth from reporting_line
          where employee = found.reviewer_id and relationship <> 'DOTTED') candidate
        join employee e on e.id = candidate.id and e.status = 'ACTIVE'
        where candidate.id not in (found.employee_id, found.reviewer_id)
          and not exists (select 1 from reporting_line down
            where down.employee = candidate.id and down.above = found.employee_id
              and down.relationship = 'LINE')
          and exists (select 1 from reporting_line led
            where led.above = candidate.id and led.relationship = 'LINE')
        order by candidate.line, candidate.depth, candidate.id
        limit 1) end as successor
      from found
      order by found.id
      """;

  /**
   * @param today the earliest day that is still going on somewhere
   */
  Uni<List<Finding>> next(Mutiny.Session session, LocalDate today, int most) {
    return Rows.of(session, NEXT.formatted(most)).bind("today", today).list(Findings::found);
  }

  private static Finding found(Row row) {
    UUID review = row.uuid("id");
    ReviewerConcern concern = row.orNull("concern", Findings::concern);
    UUID manager = row.orNull("manager", Row::uuid);
    if (concern == null) {
      return new IsAskedNoMore(review);
    }
    return row.flag("passes")
        ? new Passes(review, concern, manager, row.orNull("successor", Row::uuid))
        : new IsAsked(review, concern, manager);
  }

  private static ReviewerConcern concern(Row row, String column) {
    return row.constant(column, ReviewerConcern.class);
  }
}
