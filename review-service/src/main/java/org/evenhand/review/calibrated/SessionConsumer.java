package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in calibration sessions; of all that they tell only the lock is ours to act on. */
@ApplicationScoped
class SessionConsumer implements EventHandler {

  private static final String TOPIC = "evenhand.internal.calibration";
  private static final String LOCKED = "org.evenhand.session.locked.v1";

  private final Decisions decisions;
  private final Reasons reasons;

  SessionConsumer(Decisions decisions, Reasons reasons) {
    this.decisions = decisions;
    this.reasons = reasons;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  /** The reasons in words are fetched ahead: no event carries them. */
  @Override
  public Uni<EventHandler> informed(List<ReceivedEvent> batch) {
    List<UUID> locked = locks(batch).stream().map(SessionLocked::sessionId).distinct().toList();
    return decisions
        .unapplied(locked)
        .chain(reasons::of)
        .map(words -> new SessionsInWords(decisions, words));
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return new SessionsInWords(decisions, Map.of()).handle(session, batch);
  }

  private static List<SessionLocked> locks(List<ReceivedEvent> batch) {
    return batch.stream()
        .filter(event -> event.type().equals(LOCKED))
        .map(event -> event.as(SessionLocked.class))
        .toList();
  }

  /**
   * The consumer, once it has been informed.
   *
   * @param words the reasons of each session, by review
   */
  private record SessionsInWords(Decisions decisions, Map<UUID, Map<UUID, String>> words)
      implements EventHandler {

    @Override
    public String topic() {
      return TOPIC;
    }

    @Override
    public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
      return Multi.createFrom()
          .iterable(locks(batch))
          .onItem()
          .transformToUniAndConcatenate(
              locked ->
                  decisions.settle(
                      session, locked, Optional.ofNullable(words.get(locked.sessionId()))))
          .collect()
          .last()
          .replaceWithVoid();
    }
  }
}
