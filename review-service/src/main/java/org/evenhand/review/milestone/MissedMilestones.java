package org.evenhand.review.milestone;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.cycle.Milestone;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The published list of what was missing, and why, when a milestone had passed or the cycle moved
 * on. A part that stays missing keeps its first entry. Whoever adds to it holds the cycle alone.
 */
@ApplicationScoped
public class MissedMilestones {

  private static final Map<Milestone, String> DUE =
      Map.of(
          Milestone.SELF_REVIEW, "self_due",
          Milestone.MANAGER_REVIEW, "manager_due",
          Milestone.CALIBRATION, "calibration_due",
          Milestone.SHARE, "share_due");

  private static final String UNWRITTEN = "r.phase in ('NOT_STARTED', 'IN_PROGRESS')";

  private static final Map<Milestone, String> MISSING =
      Map.of(
          Milestone.SELF_REVIEW,
          """
          r.phase not in ('NOT_RATED', 'CANCELLED')
          and not r.work @> cast('{"contributions": [{"type": "SELF"}]}' as jsonb)
          """,
          Milestone.MANAGER_REVIEW,
          UNWRITTEN,
          Milestone.CALIBRATION,
          "r.phase in ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'IN_CALIBRATION')",
          Milestone.SHARE,
          "r.phase not in ('SHARED', 'ACKNOWLEDGED', 'FINAL', 'NOT_RATED', 'CANCELLED')");

  private static final String SO_FAR =
      """
      select count(*) as reviews from milestone_exception
      where cycle_id = :cycle and milestone = :milestone
      """;

  private static final String REASON =
      """
      case when cast(:milestone as text) = 'SELF_REVIEW' then 'NOT_WRITTEN'
           when r.phase in ('NOT_STARTED', 'IN_PROGRESS') and r.reviewer_id is null
             then 'NO_REVIEWER'
           when r.phase in ('NOT_STARTED', 'IN_PROGRESS') then 'NOT_WRITTEN'
           when r.phase = 'SUBMITTED' then 'UNCLAIMED'
           when r.phase = 'IN_CALIBRATION' then 'UNDECIDED'
           else 'NOT_SHARED' end
      """;

  private final Journal journal;
  private final Clock clock;

  MissedMilestones(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Records what was missing when a milestone had passed.
   *
   * @param today the earliest day that is still going on somewhere
   */
  public Uni<Void> passed(
      Mutiny.Session session, UUID cycleId, Milestone milestone, LocalDate today) {
    String passed = MISSING.get(milestone) + " and r." + DUE.get(milestone) + " < :today";
    return insert(session, cycleId, milestone, passed)
        .setParameter("today", today)
        .executeUpdate()
        .chain(missed -> record(session, cycleId, milestone, missed));
  }

  /**
   * Records what the first sharing leaves behind: reviews that are unwritten, or written and never
   * calibrated.
   */
  public Uni<Void> leftBehind(Mutiny.Session session, UUID cycleId) {
    return leftBehind(session, cycleId, Milestone.CALIBRATION, "r.phase = 'SUBMITTED'")
        .chain(() -> leftBehind(session, cycleId, Milestone.SHARE, UNWRITTEN));
  }

  private Uni<Void> leftBehind(
      Mutiny.Session session, UUID cycleId, Milestone milestone, String which) {
    return insert(session, cycleId, milestone, which)
        .executeUpdate()
        .chain(missed -> record(session, cycleId, milestone, missed));
  }

  /**
   * @param which a constant of this class, never input
   */
  private Mutiny.MutationQuery insert(
      Mutiny.Session session, UUID cycleId, Milestone milestone, String which) {
    return session
        .createNativeQuery(
            """
            insert into milestone_exception
              (cycle_id, review_id, milestone, reviewer_id, due_on, recorded_at, reason)
            select r.cycle_id, r.id, cast(:milestone as text), r.reviewer_id, r.%s,
                   cast(:now as timestamptz), %s
            from review r where r.cycle_id = :cycle and %s
            on conflict do nothing
            """
                .formatted(DUE.get(milestone), REASON, which))
        .setParameter("milestone", milestone.name())
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("cycle", cycleId);
  }

  private Uni<Void> record(Mutiny.Session session, UUID cycleId, Milestone milestone, int missed) {
    return missed == 0
        ? Uni.createFrom().voidItem()
        : Rows.of(session, SO_FAR)
            .bind("cycle", cycleId)
            .bind("milestone", milestone.name())
            .one(row -> row.bigint("reviews"))
            .chain(
                reviews -> tell(session, MilestoneMissed.of(cycleId, milestone, reviews, clock)));
  }

  private Uni<Void> tell(Mutiny.Session session, MilestoneMissed missed) {
    return journal.write(session, "review-service", () -> List.of(missed.fact()));
  }
}
