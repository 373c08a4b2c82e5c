package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.review.replay.Refusal;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Takes what policy-service asks for, and ends what it doesn't need any more. What is asked for
 * again is begun already.
 */
@ApplicationScoped
class ReplayConsumer implements EventHandler {

  private static final String REQUESTED = "org.evenhand.impact-replay.requested.v1";

  private static final String STALED = "org.evenhand.impact-replay.staled.v1";

  private final ReplayQueue queue;
  private final Counts counts;

  ReplayConsumer(ReplayQueue queue, Counts counts) {
    this.queue = queue;
    this.counts = counts;
  }

  private record Staled(@Nullable UUID replayId) {}

  @Override
  public String topic() {
    return "evenhand.internal.impact-replays";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return switch (event.type()) {
      case REQUESTED -> begin(session, event.as(ReplayRequested.class));
      case STALED -> drop(session, event.as(Staled.class));
      default -> Uni.createFrom().voidItem();
    };
  }

  /** The row of due work is taken first: a chunk that is being counted commits before. */
  private Uni<Void> drop(Mutiny.Session session, Staled staled) {
    UUID id = staled.replayId();
    if (id == null) {
      throw new RefusedEvent("A stale replay names itself");
    }
    return queue
        .goOn(session)
        .chain(() -> queue.of(session, id))
        .chain(
            cycles ->
                Multi.createFrom()
                    .iterable(cycles)
                    .filter(cycle -> !cycle.stage().isOver())
                    .onItem()
                    .transformToUniAndConcatenate(
                        cycle -> counts.refuse(session, cycle, Refusal.STALE))
                    .collect()
                    .last()
                    .replaceWithVoid());
  }

  private Uni<Void> begin(Mutiny.Session session, ReplayRequested asked) {
    Replay replay = asked.replay();
    List<ReplayedCycle> cycles =
        IntStream.range(0, asked.cycles().size())
            .mapToObj(place -> new ReplayedCycle(replay.id(), asked.cycles().get(place), place))
            .toList();
    return session
        .find(Replay.class, replay.id())
        .chain(
            known ->
                known == null
                    ? session
                        .persist(replay)
                        .chain(() -> session.persistAll(cycles.toArray()))
                        .chain(() -> queue.goOn(session))
                    : Uni.createFrom().voidItem());
  }
}
