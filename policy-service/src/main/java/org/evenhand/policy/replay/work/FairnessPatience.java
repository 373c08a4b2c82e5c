package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.policy.replay.ImpactReplay;
import org.evenhand.policy.replay.ReplayRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Waits for what a replay means by protected attribute. What analytics-service is told of is kept
 * for a day: what it hasn't answered when another one has passed doesn't come any more. The replay
 * has failed then and says so; it opens no sign-off, and is not one of the three of a draft.
 */
@ApplicationScoped
class FairnessPatience implements DueTask {

  private static final String KIND = "impact-replay-patience";
  private static final Duration PATIENCE = Duration.ofDays(2);

  private final ReplayRepository replays;
  private final DueWork dueWork;
  private final Clock clock;

  FairnessPatience(ReplayRepository replays, DueWork dueWork, Clock clock) {
    this.replays = replays;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** From the first time that the count is told: what comes again moves no end. */
  Uni<Void> begin(Mutiny.Session session, ImpactReplay replay) {
    return dueWork.schedule(session, KIND, replay.id(), clock.instant().plus(PATIENCE));
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID replay) {
    return replays
        .hold(session, replay)
        .invoke(
            found ->
                found.ifPresent(
                    one -> one.failWithoutTheRest(clock.instant().truncatedTo(ChronoUnit.MICROS))))
        .replaceWithVoid();
  }
}
