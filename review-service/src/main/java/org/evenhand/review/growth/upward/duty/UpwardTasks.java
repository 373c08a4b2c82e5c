package org.evenhand.review.growth.upward.duty;

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

/** The open rounds in which a person is asked and hasn't written. */
@Singleton
class UpwardTasks implements SilentDuties {

  private static final String ASKED =
      """
      select u.id, u.about_id, u.closes_on, a.work_location
      from upward_writer w
      join upward_round u on u.id = w.round_id
      join assignment a on a.id = u.assignment_id
      where w.writer_id = :person and u.state = 'OPEN' and w.answers = '[]'
      order by u.id
      """;

  @Override
  public Uni<List<Owed>> of(Mutiny.Session session, Worker worker) {
    return Rows.of(session, ASKED).bind("person", worker.person()).list(row -> owed(row, worker));
  }

  private static Owed owed(Row row, Worker worker) {
    return new Owed(
        UpwardDuty.UPWARD_VIEW,
        Side.EMPLOYEE,
        row.uuid("id"),
        "",
        Holder.of(worker.person()),
        row.uuid("about_id"),
        row.text("work_location"),
        row.day("closes_on"),
        false);
  }
}
