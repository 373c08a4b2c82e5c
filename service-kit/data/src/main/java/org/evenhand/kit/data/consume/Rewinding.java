package org.evenhand.kit.data.consume;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes the handlers of a topic start over. */
@ApplicationScoped
public class Rewinding {

  private final Mutiny.SessionFactory sessions;
  private final List<EventHandler> handlers;
  private final Inbox inbox;
  private final Generations generations;

  public Rewinding(
      Mutiny.SessionFactory sessions,
      @All List<EventHandler> handlers,
      Inbox inbox,
      Generations generations) {
    this.sessions = sessions;
    this.handlers = handlers;
    this.inbox = inbox;
    this.generations = generations;
  }

  public Uni<Void> rewind(String topic) {
    return rewind(topic, session -> Uni.createFrom().voidItem());
  }

  public Uni<Void> rewind(String topic, Function<Mutiny.Session, Uni<Void>> clear) {
    List<EventHandler> all = handlersOf(topic);
    return sessions.withTransaction(
        session ->
            Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(handler -> rewind(session, handler))
                .collect()
                .last()
                .chain(() -> clear.apply(session)));
  }

  /** The generation first: its lock waits for running batches. */
  private Uni<Void> rewind(Mutiny.Session session, EventHandler handler) {
    return generations.next(session, handler).chain(() -> inbox.clear(session, handler));
  }

  List<EventHandler> handlersOf(String topic) {
    List<EventHandler> found =
        handlers.stream().filter(handler -> handler.topic().equals(topic)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("nothing here consumes " + topic);
    }
    return found;
  }
}
