package org.evenhand.review.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** A closed cycle takes no late work: lets what is still owed in it lapse, chunk by chunk. */
@ApplicationScoped
class ClosedCycleDuties implements DueTask {

  static final String KIND = "closed-cycle-duties";

  private static final String OWED =
      """
      select distinct r.id from review r join duty d on d.subject = r.id
      where r.cycle_id = :cycle and r.revision = 1 and r.phase in ('NOT_STARTED', 'IN_PROGRESS')
        and d.closed_at is null
      order by r.id
      """;

  private final Duties duties;
  private final DueWork dueWork;
  private final CycleSettings settings;
  private final Clock clock;

  ClosedCycleDuties(Duties duties, DueWork dueWork, CycleSettings settings, Clock clock) {
    this.duties = duties;
    this.dueWork = dueWork;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return Rows.of(session, OWED)
        .bind("cycle", cycleId)
        .limit(settings.chunk())
        .list(row -> row.uuid("id"))
        .chain(
            found ->
                found.isEmpty() ? Uni.createFrom().voidItem() : lapse(session, cycleId, found));
  }

  private Uni<Void> lapse(Mutiny.Session session, UUID cycleId, List<UUID> reviews) {
    return duties
        .follow(session, ReviewFacts.AGGREGATE, reviews)
        .chain(() -> dueWork.schedule(session, KIND, cycleId, clock.instant()));
  }
}
