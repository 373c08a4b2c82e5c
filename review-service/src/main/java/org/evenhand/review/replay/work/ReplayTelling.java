package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.replay.Result;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells policy-service how far a replay is, and what came of it. */
@ApplicationScoped
class ReplayTelling {

  private static final String TOPIC = "evenhand.internal.impact-replay-results";
  private static final String TYPE = "org.evenhand.impact-replay.counted.v1";

  /** Percent of a cycle that are worth an event. */
  private static final int STEP = 10;

  private final ReplayQueue queue;
  private final Outbox outbox;

  ReplayTelling(ReplayQueue queue, Outbox outbox) {
    this.queue = queue;
    this.outbox = outbox;
  }

  /** How a replay stands: FAILED where none of its cycles could be replayed. */
  private enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * @param progress percent; not how many reviews, which is a figure too
   * @param cycles what came of each, once it is over
   */
  private record Told(UUID replayId, State state, int progress, List<Result> cycles) {}

  /**
   * @param before how far the cycle was before this chunk, in percent; less than none before it
   *     began
   */
  Uni<Void> tell(Mutiny.Session session, Replay replay, ReplayedCycle cycle, int before) {
    boolean over = cycle.stage().isOver();
    boolean worth = cycle.percent() / STEP > Math.floorDiv(before, STEP);
    return over || worth
        ? queue
            .of(session, replay.id())
            .chain(all -> outbox.append(session, event(replay, told(replay, all))))
        : Uni.createFrom().voidItem();
  }

  private static Told told(Replay replay, List<ReplayedCycle> cycles) {
    int progress =
        cycles.stream().mapToInt(ReplayedCycle::percent).sum() / Math.max(1, cycles.size());
    if (!cycles.stream().allMatch(cycle -> cycle.stage().isOver())) {
      return new Told(replay.id(), State.RUNNING, progress, List.of());
    }
    List<Result> results =
        cycles.stream().map(ReplayedCycle::result).flatMap(Optional::stream).toList();
    boolean any = results.stream().anyMatch(result -> result.refusal() == null);
    return new Told(replay.id(), any ? State.DONE : State.FAILED, progress, results);
  }

  private static OutboxEvent event(Replay replay, Told told) {
    String id = replay.id().toString();
    return new OutboxEvent(TOPIC, TYPE, id, id, replay.tellAgain(), told);
  }
}
