package org.evenhand.review.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.SilentDuties;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.data.json.Json;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Contributor;
import org.evenhand.review.review.Contributors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Views from below that a person was asked for and hasn't written. */
@Singleton
class UpwardTasks implements SilentDuties {

  private static final String ASKED =
      """
      select r.id as review, r.employee_id as about, r.self_due as day
      from review r join cycle c on c.id = r.cycle_id
      where r.contributors @> cast(cast(:asked as text) as jsonb)
        and r.phase in ('NOT_STARTED', 'IN_PROGRESS') and c.state <> 'CANCELLED'
        and (c.state <> 'CLOSED' or r.revision > 1)
        and not exists (select 1 from upward_view v
          where v.review_id = r.id and v.author_id = :person)
      order by r.id
      """;

  @Override
  public Uni<List<Owed>> of(Mutiny.Session session, Worker worker) {
    return Rows.of(session, ASKED)
        .bind(
            "asked",
            Json.write(
                new Contributors(
                    List.of(new Contributor(worker.person(), ContributionType.UPWARD)))))
        .bind("person", worker.person())
        .list(row -> owed(row, worker));
  }

  private static Owed owed(Row row, Worker worker) {
    return new Owed(
        ReviewDuty.UPWARD_VIEW,
        Side.EMPLOYEE,
        row.uuid("review"),
        "",
        Holder.of(worker.person()),
        row.uuid("about"),
        null,
        row.day("day"),
        false);
  }
}
