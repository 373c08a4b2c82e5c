package org.evenhand.review.growth.checkin.figures;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.quarter.NamedUnits;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The check-ins of a quarter, in numbers. What an absence or a move has ended was nobody's to hold.
 */
final class CountedUnits {

  /**
   * A person counts where the assignment of the last of their check-ins is now, so that no two
   * numbers are of the same person, and a unit that was renamed is one.
   */
  private static final String COUNTED =
      """
      with counted as materialized (
        select c.id, c.employee_id, c.manager_id, a.org_unit, c.planned_for, c.state
        from check_in c join assignment a on a.id = c.assignment_id
        where c.planned_for >= :from and c.planned_for < :until
          and (c.state in ('HELD', 'MISSED') or c.state = 'SKIPPED' and c.closed_by is not null)
      ), placed as (
        select distinct on (employee_id) '' as part, employee_id as person, org_unit
        from counted order by employee_id, planned_for desc, id desc
      ), %s, told as (
        select named.unit, employee_id, manager_id, state
        from counted join placed on placed.person = employee_id
        join named on named.org_unit is not distinct from placed.org_unit
      ), led as (
        select unit, count(distinct employee_id) as people
        from told group by unit, manager_id
      )
      select unit, count(distinct employee_id) as people,
        count(distinct employee_id)
          - (select max(led.people) from led where led.unit is not distinct from told.unit) as others,
        count(*) as planned,
        count(*) filter (where state = 'HELD') as held,
        count(*) filter (where state = 'SKIPPED') as skipped,
        count(*) filter (where state = 'MISSED') as missed
      from told group by unit having count(distinct employee_id) >= %d
      order by unit
      """
          .formatted(NamedUnits.NAMED, NamedUnits.LEAST_PEOPLE);

  private CountedUnits() {}

  static Uni<List<CountedUnit>> of(Mutiny.Session session, Quarter quarter) {
    return Rows.unflushed(session, COUNTED)
        .bind("from", quarter.first())
        .bind("until", quarter.next().first())
        .list(CountedUnit::of);
  }
}
