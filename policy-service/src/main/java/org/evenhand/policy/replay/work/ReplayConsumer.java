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
  private final FairnessPatience patience;
  private final Clock clock;

  ReplayConsumer(ReplayRepository replays, FairnessPatience patience, Clock clock) {
    this.replays = replays;
    this.patience = patience;
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
    UUID id = told.replayId();
    ReplayState state = told.state();
    List<ReplayedCycle> cycles = told.cycles();
    if (id == null || state == null || cycles == null) {
      throw new RefusedEvent("A replay names itself, how it stands and its cycles");
    }
    return replays
        .hold(session, id)
        .chain(
            found ->
                found
                    .map(replay -> take(session, replay, state, told.progress(), cycles))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> take(
      Mutiny.Session session,
      ImpactReplay replay,
      ReplayState state,
      int progress,
      List<ReplayedCycle> cycles) {
    boolean waited = replay.waitsForFairness();
    take(replay, state, progress, cycles);
    return replay.waitsForFairness() && !waited
        ? patience.begin(session, replay)
        : Uni.createFrom().voidItem();
  }

  private void take(
      ImpactReplay replay, ReplayState state, int progress, List<ReplayedCycle> cycles) {
    switch (state) {
      case RUNNING -> replay.run(progress);
      case DONE, FAILED ->
          replay.count(state, cycles, clock.instant().truncatedTo(ChronoUnit.MICROS));
      case REQUESTED, STALE -> throw new RefusedEvent("No replay is told to be " + state);
    }
  }
}
