package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes what policy-service asks for. What is asked for again is begun already. */
@ApplicationScoped
class ReplayConsumer implements EventHandler {

  private static final String REQUESTED = "org.evenhand.impact-replay.requested.v1";

  private final ReplayQueue queue;

  ReplayConsumer(ReplayQueue queue) {
    this.queue = queue;
  }

  @Override
  public String topic() {
    return "evenhand.internal.impact-replays";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(REQUESTED))
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event.as(ReplayRequested.class)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, ReplayRequested asked) {
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
