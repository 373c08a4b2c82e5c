package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.goal.MovedPosts;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives the seats of those who have left to others. */
@ApplicationScoped
class SeatsOfLeavers implements DueTask, OrgChanges {

  private static final String KIND = "catalogue-seats";

  private static final String FREE =
      """
      with left_by as (
        delete from catalogue_seat s using employee e
        where e.id = s.employee_id and e.status = 'TERMINATED'
          and e.recorded_at >= cast(:toldSince as timestamptz)
        returning s.entry_id)
      update catalogue_entry c
      set seats_taken = c.seats_taken - freed.seats, version = c.version + 1
      from (select entry_id, count(*) as seats from left_by group by entry_id) freed
      where c.id = freed.entry_id
      """;

  private final MovedPosts moved;
  private final DueWork dueWork;
  private final Clock clock;

  SeatsOfLeavers(MovedPosts moved, DueWork dueWork, Clock clock) {
    this.moved = moved;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return dueWork.schedule(session, KIND, importId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID importId) {
    return moved
        .toldSince(session, importId)
        .chain(
            since ->
                session
                    .createNativeQuery(FREE, new AffectedEntities())
                    .setParameter("toldSince", since)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
