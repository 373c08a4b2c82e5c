package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whoever keeps an observation of another owes it to them to tell of it. It lapses when it is taken
 * back, and as long as one of the two has left or the person leads the author.
 */
@Singleton
class ObservationDuties implements DutyRule {

  private static final String OWED =
      """
      select o.id, o.author_id, o.subject_id, o.told_at is not null as told,
             coalesce((select a.work_location from assignment a
               where a.employee_id = o.author_id and a.main limit 1), '') as place,
             exists (select 1 from reporting_line line
               where line.above = o.author_id and line.employee = o.subject_id
                 and line.relationship = 'LINE') as leads
      from observation o
      join employee author on author.id = o.author_id
      join employee subject on subject.id = o.subject_id
      where o.id = any(:ids) and o.author_id <> o.subject_id and o.state <> 'WITHDRAWN'
        and (o.told_at is not null
          or author.status <> 'TERMINATED' and subject.status <> 'TERMINATED'
            and not exists (select 1 from reporting_line up
              where up.employee = o.author_id and up.above = o.subject_id))
      """;

  @Override
  public String aggregateType() {
    return ObservationContext.AGGREGATE;
  }

  @Override
  public List<ObservationDuty> kinds() {
    return List.of(ObservationDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("observation", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.of(session, OWED)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(ObservationDuties::owed);
  }

  private static Owed owed(Row row) {
    String place = row.text("place");
    return new Owed(
        ObservationDuty.OBSERVATION_TELLING,
        row.flag("leads") ? Side.MANAGER : Side.EMPLOYEE,
        row.uuid("id"),
        "",
        Holder.of(row.uuid("author_id")),
        row.uuid("subject_id"),
        place.isEmpty() ? null : place,
        null,
        row.flag("told"));
  }
}
