package org.evenhand.review.growth.feedback.request;

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
 * Whoever is asked owes an answer until the request lapses. It passes to nobody while they are
 * away: what they would say nobody else can, and nobody above them learns by it who asks them.
 */
@Singleton
class FeedbackDuties implements DutyRule {

  private static final String OWED =
      """
      select q.id, q.asked_id, q.due_on, q.state in ('GIVEN', 'DECLINED') as answered,
             coalesce((select a.work_location from assignment a
               where a.employee_id = q.asked_id and a.main limit 1), '') as place
      from feedback_request q
      where q.id = any(:ids) and q.state <> 'LAPSED'
      """;

  @Override
  public String aggregateType() {
    return FeedbackRequest.AGGREGATE;
  }

  @Override
  public List<FeedbackDuty> kinds() {
    return List.of(FeedbackDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("feedback_request", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.of(session, OWED).bind("ids", ids.toArray(UUID[]::new)).list(FeedbackDuties::owed);
  }

  private static Owed owed(Row row) {
    String place = row.text("place");
    return new Owed(
        FeedbackDuty.FEEDBACK_REQUEST,
        Side.EMPLOYEE,
        row.uuid("id"),
        "",
        Holder.of(row.uuid("asked_id")),
        row.uuid("asked_id"),
        place.isEmpty() ? null : place,
        row.day("due_on"),
        row.flag("answered"));
  }
}
