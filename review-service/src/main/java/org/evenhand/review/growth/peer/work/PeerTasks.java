package org.evenhand.review.growth.peer.work;

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
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Peers whom reviewees have named and their reviewer hasn't answered. It measures nobody: a review
 * goes on without peers.
 */
@Singleton
class PeerTasks implements SilentDuties {

  private static final String WAITING =
      """
      select q.id, r.employee_id, r.work_location, r.manager_due
      from review r join cycle c on c.id = r.cycle_id
      join peer_request q on q.review_id = r.id and q.state = 'NOMINATED'
      where r.reviewer_id = :person and r.phase in ('NOT_STARTED', 'IN_PROGRESS')
        and c.state <> 'CANCELLED' and (c.state <> 'CLOSED' or r.revision > 1)
      order by q.id
      """;

  @Override
  public Uni<List<Owed>> of(Mutiny.Session session, Worker worker) {
    return Rows.of(session, WAITING).bind("person", worker.person()).list(row -> owed(row, worker));
  }

  private static Owed owed(Row row, Worker worker) {
    return new Owed(
        PeerDuty.PEER_NOMINATION,
        Side.MANAGER,
        row.uuid("id"),
        "",
        Holder.of(worker.person()),
        row.uuid("employee_id"),
        row.text("work_location"),
        row.day("manager_due"),
        false);
  }
}
