package org.evenhand.kit.data.duty.figures;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.figures.DutiesCounted.OfUnit;
import org.evenhand.kit.data.quarter.NamedUnits;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts the duties of a kind. What has lapsed was nobody's to do. */
final class DutyCounts {

  private static final String NOBODY =
      "select cast(null as uuid) as duty, cast(null as uuid) as person where false";

  private static final String NO_DAY =
      "select cast(null as uuid) as duty, cast(null as date) as day where false";

  private static final String ONE =
      """
      select cast(null as uuid) as duty, 0 as owed, 0 as in_time, 0 as late where false
      """;

  /**
   * Whoever owed a duty last counts for it, or has done it. What a role owes and nobody has done is
   * no single person's: it stands in a line of its own, of no unit.
   */
  private static final String COUNTED =
      """
      with each as materialized (
        select d.side, coalesce(d.holder_id, done.person) as person, sum(n.owed) as owed,
          sum(n.in_time) as in_time, sum(n.late) as late,
          sum(case when d.state = 'WAIVED' then n.owed - n.in_time - n.late else 0 end) as waived,
          sum(case when d.state = 'WAIVED' then 0 else n.owed - n.in_time - n.late end) as open
        from duty d
        left join (%s) done on done.duty = d.id
        left join (%s) counted on counted.duty = d.id
        left join (%s) parts on parts.duty = d.id
        cross join lateral (
          select coalesce(parts.owed, 1) as owed,
            coalesce(parts.in_time, cast(d.state = 'DONE' and d.closed_at < d.due_at as int))
              as in_time,
            coalesce(parts.late, cast(d.state = 'DONE' and d.closed_at >= d.due_at as int))
              as late) n
        where d.kind = :kind and coalesce(counted.day, d.due_on) >= :from
          and coalesce(counted.day, d.due_on) < :until and d.state <> 'LAPSED' and n.owed > 0
        group by 1, 2
      ), placed as (
        select e.side as part, e.person, c.org_unit
        from each e left join colleague c on c.id = e.person where e.person is not null
      ), %s
      select e.side, n.unit, count(e.person) as holders,
        cast(coalesce(max(e.owed) filter (where e.person is not null), 0) as bigint) as most,
        cast(sum(e.owed) as bigint) as owed, cast(sum(e.in_time) as bigint) as in_time,
        cast(sum(e.late) as bigint) as late, cast(sum(e.waived) as bigint) as waived,
        cast(sum(e.open) as bigint) as open
      from each e
      left join placed p on p.part = e.side and p.person = e.person
      left join named n on n.part = p.part and n.org_unit is not distinct from p.org_unit
      group by e.side, n.unit, e.person is null
      having e.person is null or count(e.person) >= %d
      order by e.side, n.unit, 3
      """;

  private final String sql;

  /**
   * @param doers as {@link CountedKinds#doers} gives them; may be empty
   * @param days as {@link CountedKinds#days} gives them; may be empty
   * @param parts as {@link CountedKinds#parts} gives them; may be empty
   */
  DutyCounts(String doers, String days, String parts) {
    this.sql =
        COUNTED.formatted(
            doers.isEmpty() ? NOBODY : doers,
            days.isEmpty() ? NO_DAY : days,
            parts.isEmpty() ? ONE : parts,
            NamedUnits.NAMED,
            NamedUnits.LEAST_PEOPLE);
  }

  Uni<List<OfUnit>> of(Mutiny.Session session, String kind, Quarter quarter) {
    return Rows.unflushed(session, sql)
        .bind("kind", kind)
        .bind("from", quarter.first())
        .bind("until", quarter.next().first())
        .list(OfUnit::of);
  }
}
