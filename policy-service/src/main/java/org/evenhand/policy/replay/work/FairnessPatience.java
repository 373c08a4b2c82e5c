package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.policy.replay.ReplayRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Waits for what a replay means by protected attribute. What analytics-service is told of is kept
 * for a day: what it hasn't answered when another one has passed doesn't come any more, and the
 * replay is done without it and says so.
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

  Uni<Void> begin(Mutiny.Session session, UUID replay) {
    return dueWork.schedule(session, KIND, replay, clock.instant().plus(PATIENCE));
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID replay) {
    return replays
        .hold(session, replay)
        .invoke(
            found ->
                found.ifPresent(
                    one ->
                        one.finishWithoutTheRest(clock.instant().truncatedTo(ChronoUnit.MICROS))))
        .replaceWithVoid();
  }
}
