package org.evenhand.review.growth.opportunity.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.imports.StagedImport;

/**
 * Lets be told what a file says of opportunities of another system, all of it in one statement. The
 * id of an opportunity follows from the one that it has there.
 */
@ApplicationScoped
public class PastReach {

  private static final String TAKE =
      """
      , told as materialized (
        select cast(md5('past opportunity ' || cells.opportunity) as uuid) as id,
          cells.opportunity, cells.kind, cells.decided_on, employee.id as employee_id, cells.stage
        from staged
        cross join lateral (
          select "values" ->> 'opportunityId' as opportunity, "values" ->> 'kind' as kind,
            cast("values" ->> 'decidedOn' as date) as decided_on,
            "values" ->> 'externalId' as external_id, "values" ->> 'stage' as stage) cells
        join employee using (external_id)
        where not refused),
      taken as (
        insert into past_opportunity (id, external_id, kind, decided_on)
        select id, min(opportunity), min(kind), min(decided_on) from told group by id),
      reached as (
        insert into opportunity_reach (opportunity_id, employee_id, stage)
        select id, employee_id, stage from told),
      telling as (
        insert into opportunity_telling (opportunity_id, kind, decided_on, parts, told, last)
        select id, min(kind), min(decided_on), cast(ceil(count(*) / %d.0) as integer), 0,
          cast('%s' as uuid)
        from told group by id)
      insert into due_work (kind, subject, due_at, try_at)
      select '%s', opportunities.id, import.received_at, import.received_at
      from (select distinct id from told) opportunities join import on import.id = :import
      """
          .formatted(ReachTelling.PART, ReachTelling.NOBODY, ReachTelling.KIND);

  /** Those of its rows that aren't refused. */
  public Uni<Void> take(StagedImport sent) {
    return sent.write(TAKE).replaceWithVoid();
  }
}
