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
   * turned round would have it. Nobody who is chosen so is found again.
   */
  private static final String NEXT =
      """
      select r.id, concern, passes, manager_id_now as manager, successor
      from review r
      join cycle c on c.id = r.cycle_id
      join assignment held on held.id = r.assignment_id
      join employee who on who.id = r.reviewer_id
      cross join lateral (select
        held.line_manager_id as manager_id_now,
        case
          when who.status <> 'ACTIVE' then who.status
          when exists (select 1 from reporting_line down
            where down.employee = r.reviewer_id and down.above = r.employee_id
              and down.relationship = 'LINE') then 'BELOW_REVIEWEE'
          when not r.named_by_hr and not exists (select 1 from reporting_line led
            where led.above = r.reviewer_id and led.relationship = 'LINE') then 'LINE_CUT'
        end as obstacle,
        cast(c.plan ->> 'cutOffDate' as date) >= cast(:today as date) as in_time,
        case when r.question ->> 'settledAt' is null
          then r.question ->> 'concern' end as asked) as present
      cross join lateral (select
        obstacle is not null and in_time as passes,
        coalesce(obstacle, case
          when r.revision = 1 and manager_id_now is distinct from r.manager_id
            and manager_id_now is distinct from r.reviewer_id then 'MANAGER_CHANGED'
        end) as concern) as found
      left join lateral (
        select candidate.id as successor
        from (
          select manager_id_now as id, 0 as line, 0 as depth
          union all
          select above, 1, depth from reporting_line
          where employee = r.employee_id and relationship = 'LINE'
          union all
          select above, 2, depth from reporting_line
          where employee = r.reviewer_id and relationship = 'LINE') candidate
        join employee e on e.id = candidate.id and e.status = 'ACTIVE'
        where candidate.id not in (r.employee_id, r.reviewer_id)
          and not exists (select 1 from reporting_line down
            where down.employee = candidate.id and down.above = r.employee_id
              and down.relationship = 'LINE')
          and exists (select 1 from reporting_line led
            where led.above = candidate.id and led.relationship = 'LINE')
        order by candidate.line, candidate.depth, candidate.id
        limit 1) as heir on passes
      where r.phase in ('NOT_STARTED', 'IN_PROGRESS')
        and c.state not in ('DRAFT', 'SCHEDULED', 'CANCELLED')
        and (c.state <> 'CLOSED' or r.revision > 1)
        and (passes or asked is distinct from concern
          or asked is not null
            and r.question ->> 'managerId' is distinct from cast(manager_id_now as text))
      order by r.id
      limit %d
      for update of r
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
