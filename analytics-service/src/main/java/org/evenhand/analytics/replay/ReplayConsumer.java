package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.due.DueWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in, part by part and in any order, what a replay has told of reviews. */
@ApplicationScoped
public class ReplayConsumer implements EventHandler {

  private static final String TOPIC = "evenhand.internal.impact-replay-outcomes";
  private static final String TOLD = "org.evenhand.impact-replay.outcomes-told.v1";

  private final Tellings tellings;
  private final DueWork dueWork;
  private final Clock clock;

  ReplayConsumer(Tellings tellings, DueWork dueWork, Clock clock) {
    this.tellings = tellings;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .filter(event -> event.type().equals(TOLD))
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, OutcomesTold.of(event)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> take(Mutiny.Session session, OutcomesTold told) {
    Instant now = clock.instant();
    return dueWork
        .schedule(session, FairnessTask.KIND, told.telling(), now)
        .chain(() -> tellings.keep(session, told, now));
  }
}
