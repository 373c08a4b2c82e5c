package org.evenhand.review.milestone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.Milestone;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Records what was missing when a milestone passed, by each review's own dates and once the day is
 * over everywhere. The cycle goes on; a missing part stays missing until somebody adds it.
 */
@ApplicationScoped
class MilestoneWatch implements DueTask {

  private static final List<Milestone> WATCHED =
      List.of(
          Milestone.SELF_REVIEW, Milestone.MANAGER_REVIEW, Milestone.CALIBRATION, Milestone.SHARE);

  private final CycleRepository cycles;
  private final MissedMilestones missed;
  private final DueWork dueWork;
  private final Clock clock;

  MilestoneWatch(CycleRepository cycles, MissedMilestones missed, DueWork dueWork, Clock clock) {
    this.cycles = cycles;
    this.missed = missed;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "cycle-milestones";
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    LocalDate today = Days.goingOn(clock.instant());
    // so that each number of missing parts that is told is higher than those before
    Uni<Void> noted = cycles.holdAlone(session, cycleId).replaceWithVoid();
    for (Milestone milestone : WATCHED) {
      noted = noted.chain(() -> missed.passed(session, cycleId, milestone, today));
    }
    return noted.chain(() -> scheduleNext(session, cycleId, today));
  }

  private Uni<Void> scheduleNext(Mutiny.Session session, UUID cycleId, LocalDate today) {
    return nextDue(session, cycleId, today)
        .chain(
            next ->
                next.map(day -> dueWork.schedule(session, kind(), cycleId, Days.endOf(day)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private static Uni<Optional<LocalDate>> nextDue(
      Mutiny.Session session, UUID cycleId, LocalDate today) {
    return Rows.of(
            session,
            """
            select min(day) as day from review r,
              lateral (values (self_due), (manager_due), (calibration_due), (share_due)) d(day)
            where r.cycle_id = :cycle and day >= :today
              and r.phase not in ('NOT_RATED', 'CANCELLED', 'FINAL')
            """)
        .bind("cycle", cycleId)
        .bind("today", today)
        .one(row -> Optional.ofNullable(row.orNull("day", Row::day)));
  }
}
