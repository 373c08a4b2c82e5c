package org.evenhand.policy.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The days from which announced versions bind a person. As a notice does, it reaches those who lead
 * people first.
 */
@Singleton
class EffectiveDays implements CalendarSource {

  private static final String BINDING =
      """
      select v.id, v.policy_id, v.number, v.effective_on
      from policy_version v join person p on p.employee_id = :person
      where v.state in ('ANNOUNCED', 'EFFECTIVE', 'SUPERSEDED', 'RETIRED')
        and v.effective_on is not null
        and (v.scope -> 'countries' = '[]' or v.scope -> 'countries' @> to_jsonb(p.country))
        and (v.scope -> 'legalEntities' = '[]'
          or v.scope -> 'legalEntities' @> to_jsonb(p.legal_entity))
        and (v.scope -> 'workerTypes' = '[]' or v.scope -> 'workerTypes' @> to_jsonb(p.worker_type))
        and (cast(v.announcement ->> 'everyoneFrom' as timestamptz) <= :now
          or exists (select 1 from person_line r
            where r.above_id = p.employee_id and r.status <> 'TERMINATED'))
      """;

  private final Clock clock;

  EffectiveDays(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Rows.of(session, BINDING)
        .bind("person", person)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .list(EffectiveDays::day);
  }

  private static CalendarDate day(Row row) {
    return CalendarDate.of(
        "POLICY_EFFECTIVE",
        row.uuid("id").toString(),
        When.on(row.day("effective_on")),
        new VersionAddress(row.uuid("policy_id"), row.integer("number")).uri().toString());
  }
}
