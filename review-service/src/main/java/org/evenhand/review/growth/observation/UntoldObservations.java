package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.review.directory.OrgChanges;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Once people have left or come back, or lead others than before, looks at what is untold of
 * theirs: nobody owes what can't be done, and whoever can do it owes it again. Looks at some in one
 * transaction, until it finds none.
 */
@ApplicationScoped
class UntoldObservations implements OrgChanges, DueTask {

  private static final String KIND = "untold-observations";
  private static final int CHUNK = 200;

  private static final String CHANGED =
      """
      select o.id from observation o
      join employee author on author.id = o.author_id
      join employee subject on subject.id = o.subject_id
      where o.state = 'KEPT' and o.told_at is null and o.author_id <> o.subject_id
        and (author.status = 'TERMINATED' or subject.status = 'TERMINATED'
          or exists (select 1 from reporting_line up
            where up.employee = o.author_id and up.above = o.subject_id))
          = exists (select 1 from duty d where d.subject = o.id
              and d.state in ('DUE', 'OVERDUE', 'ESCALATED'))
        and not exists (select 1 from duty d where d.subject = o.id and d.state = 'WAIVED')
      order by o.id
      """;

  private final Duties duties;
  private final DueWork dueWork;
  private final Clock clock;

  UntoldObservations(Duties duties, DueWork dueWork, Clock clock) {
    this.duties = duties;
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
    return Rows.of(session, CHANGED)
        .limit(CHUNK)
        .list(row -> row.uuid("id"))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found).chain(() -> taken(session, importId)));
  }

  private Uni<Void> follow(Mutiny.Session session, List<UUID> observations) {
    return duties.follow(session, ObservationContext.AGGREGATE, observations);
  }
}
