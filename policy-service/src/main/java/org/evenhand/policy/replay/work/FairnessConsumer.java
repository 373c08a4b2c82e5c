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
import org.evenhand.policy.impact.CycleFairness;
import org.evenhand.policy.impact.FairnessRefusal;
import org.evenhand.policy.replay.ReplayRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Hears from analytics-service what a replay means by protected attribute. */
@ApplicationScoped
class FairnessConsumer implements EventHandler {

  private static final String TOLD = "org.evenhand.impact-replay.fairness-told.v1";

  private final ReplayRepository replays;
  private final Clock clock;

  FairnessConsumer(ReplayRepository replays, Clock clock) {
    this.replays = replays;
    this.clock = clock;
  }

  private record Told(
      @Nullable UUID replayId,
      @Nullable UUID cycleId,
      @Nullable FairnessRefusal refusal,
      @Nullable List<CycleFairness.OfAttribute> attributes) {}

  @Override
  public String topic() {
    return "evenhand.internal.impact-replay-fairness";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(TOLD))
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event.as(Told.class)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, Told told) {
    UUID replay = told.replayId();
    UUID cycle = told.cycleId();
    List<CycleFairness.OfAttribute> attributes = told.attributes();
    if (replay == null || cycle == null || attributes == null) {
      throw new RefusedEvent("What a replay means by group names the replay, cycle and attributes");
    }
    CycleFairness fairness = new CycleFairness(cycle, told.refusal(), attributes);
    return replays
        .hold(session, replay)
        .invoke(
            found ->
                found.ifPresent(
                    one -> one.compare(fairness, clock.instant().truncatedTo(ChronoUnit.MICROS))))
        .replaceWithVoid();
  }
}
