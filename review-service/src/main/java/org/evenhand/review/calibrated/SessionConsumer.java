package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in calibration sessions; of all that they tell only the lock is ours to act on. */
@ApplicationScoped
class SessionConsumer implements EventHandler {

  private static final String LOCKED = "org.evenhand.session.locked.v1";

  private final Decisions decisions;

  SessionConsumer(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String topic() {
    return "evenhand.internal.calibration";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(LOCKED))
        .onItem()
        .transformToUniAndConcatenate(
            event -> decisions.settle(session, event.as(SessionLocked.class)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
