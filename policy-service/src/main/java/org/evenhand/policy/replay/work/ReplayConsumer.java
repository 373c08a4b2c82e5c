package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.policy.impact.ReplayAnswer;
import org.evenhand.policy.impact.ReplayedCycle;
import org.evenhand.policy.replay.ImpactReplay;
import org.evenhand.policy.replay.ReplayRepository;
import org.evenhand.policy.replay.ReplayState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Hears from review-service how far a replay is, and what came of it. */
@ApplicationScoped
class ReplayConsumer implements EventHandler {

  private static final String COUNTED = "org.evenhand.impact-replay.counted.v1";

  private final ReplayRepository replays;
  private final Clock clock;

  ReplayConsumer(ReplayRepository replays, Clock clock) {
    this.replays = replays;
    this.clock = clock;
  }

  /** What this service reads of it. */
  private record Told(
      @Nullable UUID replayId,
      @Nullable ReplayState state,
      int progress,
      @Nullable List<ReplayedCycle> cycles) {}

  @Override
  public String topic() {
    return "evenhand.internal.impact-replay-results";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(COUNTED))
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event.as(Told.class)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, Told told) {
    if (told.replayId() == null || told.state() == null || told.cycles() == null) {
      throw new RefusedEvent("A replay names itself, how it stands and its cycles");
    }
    return replays
        .hold(session, told.replayId())
        .invoke(found -> found.ifPresent(replay -> take(replay, told.state(), told)))
        .replaceWithVoid();
  }

  private void take(ImpactReplay replay, ReplayState state, Told told) {
    switch (state) {
      case RUNNING -> replay.run(told.progress());
      case DONE, FAILED ->
          replay.finish(
              state,
              new ReplayAnswer(told.cycles() == null ? List.of() : told.cycles()),
              clock.instant().truncatedTo(ChronoUnit.MICROS));
      case REQUESTED, STALE -> throw new RefusedEvent("No replay is told to be " + state);
    }
  }
}
