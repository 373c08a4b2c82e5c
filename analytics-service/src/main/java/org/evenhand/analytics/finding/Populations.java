package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.access.Audit;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who has a part in the judged cycles, as these were judged: reporting lines and units are frozen
 * at the cut-off date of a cycle, so that later counts have nothing to say about it. Those of the
 * opportunities of a year are as they are when it is published.
 */
@ApplicationScoped
public class Populations {

  // Nothing of a cycle means that the counts were put aside meanwhile, not that it has nobody.
  private static final String KEEP =
      """
      with present as materialized (
        select c.cycle_id, 'HR' as side, c.value as member
        from count_cell c
        where c.cycle_id = :cycle and c.phase = 'BEFORE' and c.dimension = 'orgUnit'
          and c.stratum = '' and c.n <> 0
          and not exists (select 1 from rebuild where state = 'RUNNING')
        union
        select f.cycle_id, 'MANAGER', cast(above as text)
        from rating_fact f cross join unnest(f.line_above) above
        where f.cycle_id = :cycle and not exists (select 1 from rebuild where state = 'RUNNING')
      ), gone as (
        delete from judged_population before
        where before.cycle_id = :cycle and exists (select 1 from present)
          and not exists (select 1 from present p
                          where p.side = before.side and p.member = before.member)
      )
      insert into judged_population (cycle_id, side, member)
      select cycle_id, side, member from present
      on conflict do nothing
      """;

  private static final String KEEP_OF_OPPORTUNITIES =
      """
      with recursive counted as (
        select who.org_unit, who.manager_id
        from access_person p join person who on who.employee_id = p.employee_id
        where p.kind = :kind and p.year = :year
      ), above (id) as (
        select manager_id from counted
        union
        select p.manager_id from person p join above a on p.employee_id = a.id
      )
      insert into judged_population (cycle_id, side, member)
      select distinct cast(:audit as uuid), 'HR', org_unit from counted where org_unit is not null
      union all
      select cast(:audit as uuid), 'MANAGER', cast(id as text) from above where id is not null
      on conflict do nothing
      """;

  private static final String MANAGED =
      "select cycle_id from judged_population where side = 'MANAGER' and member = :manager";

  private static final String SERVED =
      """
      select distinct cycle_id from judged_population
      where side = 'HR'
        and member in (select jsonb_array_elements_text(cast(cast(:units as text) as jsonb)))
      """;

  /** Keeps who has a part in a cycle that is being judged. */
  public Uni<Void> keep(Mutiny.Session session, UUID cycleId) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycleId)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Keeps who has a part in the opportunities of a year that are being judged. */
  public Uni<Void> keep(Mutiny.Session session, Audit audit) {
    return session
        .createNativeQuery(KEEP_OF_OPPORTUNITIES)
        .setParameter("audit", audit.id())
        .setParameter("kind", audit.kind().name())
        .setParameter("year", audit.year().year())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The judged cycles with somebody below this manager. */
  public Uni<List<UUID>> managed(Mutiny.Session session, UUID manager) {
    return Rows.of(session, MANAGED)
        .bind("manager", manager.toString())
        .list(row -> row.uuid("cycle_id"));
  }

  /** The judged cycles with ratings in one of these units. */
  public Uni<List<UUID>> served(Mutiny.Session session, Set<String> units) {
    return Rows.of(session, SERVED)
        .bind("units", Json.write(units))
        .list(row -> row.uuid("cycle_id"));
  }
}
