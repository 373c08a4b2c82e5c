package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.replay.Refusal;
import org.evenhand.review.replay.Result;
import org.evenhand.review.replay.work.ReplayedCycle.Stage;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether a cycle can be replayed, and if not, why. */
@ApplicationScoped
class Beginning {

  private static final int MOST_YEARS = 3;

  /**
   * Of a cycle for drafts of one policy: each replay looks at what all before it have told, and
   * nobody takes the turns of an imported year from the others.
   */
  private static final int MOST_REPLAYS = 30;

  /** To be counted, and once more to be passed on. */
  private static final int TIMES_READ = 2;

  private final Counts counts;
  private final Clock clock;

  Beginning(Counts counts, Clock clock) {
    this.counts = counts;
    this.clock = clock;
  }

  Uni<Void> begin(Mutiny.Session session, Replay replay, ReplayedCycle cycle) {
    return PastCycles.find(session, cycle.cycleId())
        .chain(
            found ->
                counts
                    .turns(session, cycle.cycleId(), replay.policyId())
                    .invoke(turns -> begin(replay, cycle, found, turns)))
        .replaceWithVoid();
  }

  private void begin(Replay replay, ReplayedCycle cycle, Optional<PastCycle> found, int turns) {
    refusal(replay, found, turns)
        .ifPresentOrElse(
            why -> cycle.refuse(Result.refused(cycle.cycleId(), why)),
            () ->
                found.ifPresent(
                    past ->
                        cycle.begin(
                            past.origin() == Origin.LIVE ? Stage.REVIEWS : Stage.HISTORY,
                            TIMES_READ * past.ratings())));
  }

  private Optional<Refusal> refusal(Replay replay, Optional<PastCycle> found, int turns) {
    if (found.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    PastCycle past = found.get();
    if (past.policyId() != null && !replay.isOf(past.policyId())) {
      return Optional.of(Refusal.OTHER_POLICY);
    }
    if (!past.closed()) {
      return Optional.of(Refusal.NOT_CLOSED);
    }
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    if (past.periodEnd().isBefore(today.minusYears(MOST_YEARS))) {
      return Optional.of(Refusal.TOO_OLD);
    }
    if (past.scale().size() != replay.draft().mapping().levels().size()) {
      return Optional.of(Refusal.OTHER_SCALE);
    }
    return turns < MOST_REPLAYS ? Optional.empty() : Optional.of(Refusal.TOO_OFTEN);
  }
}
