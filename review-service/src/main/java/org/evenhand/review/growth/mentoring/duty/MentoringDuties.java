package org.evenhand.review.growth.mentoring.duty;

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
import org.evenhand.review.growth.mentoring.MentoringFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whoever is asked owes an answer. It passes to nobody while they are away. */
@Singleton
class MentoringDuties implements DutyRule {

  private static final String OWED =
      """
      select m.id, m.mentor_id, m.state <> 'ASKED' as answered, a.work_location
      from mentoring m join assignment a on a.employee_id = m.mentor_id and a.main
      where m.id = any(:ids) and m.state in ('ASKED', 'AGREED', 'DECLINED', 'ACTIVE', 'PAUSED')
      """;

  @Override
  public String aggregateType() {
    return MentoringFacts.AGGREGATE;
  }

  @Override
  public List<MentoringDuty> kinds() {
    return List.of(MentoringDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("mentoring", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.of(session, OWED).bind("ids", ids.toArray(UUID[]::new)).list(MentoringDuties::owed);
  }

  private static Owed owed(Row row) {
    return new Owed(
        MentoringDuty.MENTORING_ANSWER,
        Side.EMPLOYEE,
        row.uuid("id"),
        "",
        Holder.of(row.uuid("mentor_id")),
        row.uuid("mentor_id"),
        row.text("work_location"),
        null,
        row.flag("answered"));
  }
}
