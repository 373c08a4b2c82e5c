package org.evenhand.review.milestone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.Audit;
import org.evenhand.kit.data.DueTask;
import org.evenhand.kit.data.DueWork;
import org.evenhand.review.cycle.Milestone;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Notes what was missing when a milestone passed, the day after it, and by each review's own dates.
 * The cycle goes on; a missing part stays missing until somebody brings it.
 */
@ApplicationScoped
class MilestoneWatch implements DueTask {

  private static final Map<Milestone, String> MISSING =
      Map.of(
          Milestone.SELF_REVIEW,
          """
          r.self_due < :today and r.phase not in ('NOT_RATED', 'CANCELLED')
          and not r.work @> cast('{"contributions": [{"type": "SELF"}]}' as jsonb)
          """,
          Milestone.MANAGER_REVIEW,
          "r.manager_due < :today and r.phase in ('NOT_STARTED', 'IN_PROGRESS')",
          Milestone.CALIBRATION,
          """
          r.calibration_due < :today
          and r.phase in ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'IN_CALIBRATION')
          """,
          Milestone.SHARE,
          """
          r.share_due < :today
          and r.phase not in ('SHARED', 'ACKNOWLEDGED', 'FINAL', 'NOT_RATED', 'CANCELLED')
          """);

  private static final Map<Milestone, String> DUE =
      Map.of(
          Milestone.SELF_REVIEW, "self_due",
          Milestone.MANAGER_REVIEW, "manager_due",
          Milestone.CALIBRATION, "calibration_due",
          Milestone.SHARE, "share_due");

  private final Audit audit;
  private final DueWork dueWork;
  private final Clock clock;

  MilestoneWatch(Audit audit, DueWork dueWork, Clock clock) {
    this.audit = audit;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "cycle-milestones";
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    LocalDate today = LocalDate.now(clock);
    Uni<Void> noted = Uni.createFrom().voidItem();
    for (Milestone milestone : MISSING.keySet().stream().sorted().toList()) {
      noted = noted.chain(() -> note(session, cycleId, milestone, today));
    }
    return noted.chain(() -> scheduleNext(session, cycleId, today));
  }

  private Uni<Void> note(
      Mutiny.Session session, UUID cycleId, Milestone milestone, LocalDate today) {
    return session
        .createNativeQuery(
            """
            insert into milestone_exception
              (cycle_id, review_id, milestone, reviewer_id, due_on, recorded_at)
            select r.cycle_id, r.id, :milestone, r.reviewer_id, r.%s, :now
            from review r where r.cycle_id = :cycle and %s
            on conflict do nothing
            """
                .formatted(DUE.get(milestone), MISSING.get(milestone)))
        .setParameter("milestone", milestone.name())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("cycle", cycleId)
        .setParameter("today", today)
        .executeUpdate()
        .chain(
            missed ->
                missed == 0
                    ? Uni.createFrom().voidItem()
                    : audit.record(
                        session,
                        "cycle",
                        cycleId,
                        "milestone-missed",
                        "review-service",
                        Map.of("milestone", milestone, "reviews", missed)));
  }

  private Uni<Void> scheduleNext(Mutiny.Session session, UUID cycleId, LocalDate today) {
    return session
        .createNativeQuery(
            """
            select min(day) from review r,
              lateral (values (self_due), (manager_due), (calibration_due), (share_due)) d(day)
            where r.cycle_id = :cycle and day >= :today
              and r.phase not in ('NOT_RATED', 'CANCELLED', 'FINAL')
            """,
            LocalDate.class)
        .setParameter("cycle", cycleId)
        .setParameter("today", today)
        .getSingleResultOrNull()
        .chain(
            last ->
                last == null
                    ? Uni.createFrom().voidItem()
                    : dueWork.schedule(
                        session,
                        kind(),
                        cycleId,
                        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
