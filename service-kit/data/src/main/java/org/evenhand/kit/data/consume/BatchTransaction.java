package org.evenhand.kit.data.consume;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One transaction for one poll: generation, inbox, and the handler with what it has fetched. Blocks
 * the loop's thread.
 */
final class BatchTransaction {

  private final Mutiny.SessionFactory sessions;
  private final Inbox inbox;
  private final Generations generations;
  private final EventHandler handler;

  BatchTransaction(
      Mutiny.SessionFactory sessions, Inbox inbox, Generations generations, EventHandler handler) {
    this.sessions = sessions;
    this.inbox = inbox;
    this.generations = generations;
    this.handler = handler;
  }

  void begin() {
    await(() -> sessions.withTransaction(session -> generations.create(session, handler)));
  }

  long generation() {
    return await(() -> sessions.withTransaction(session -> generations.hold(session, handler)));
  }

  /**
   * Answers how many of the events were new.
   *
   * @throws RewoundException when the consumer has been rewound since the records were polled
   */
  int apply(List<ReceivedEvent> events, long generation) {
    return await(
        () ->
            handler
                .informed(events)
                .chain(
                    informed ->
                        sessions.withTransaction(
                            session ->
                                generations
                                    .hold(session, handler)
                                    .invoke(current -> requireSame(current, generation))
                                    .chain(() -> inbox.claim(session, handler, events))
                                    .chain(
                                        fresh ->
                                            handle(informed, session, fresh)
                                                .replaceWith(fresh.size())))));
  }

  /** Hands an event to the handler even though a later one of its subject has been seen. */
  void force(ReceivedEvent event) {
    await(
        () ->
            handler
                .informed(List.of(event))
                .chain(
                    informed ->
                        sessions.withTransaction(
                            session -> informed.handle(session, List.of(event)))));
  }

  private static Uni<Void> handle(
      EventHandler informed, Mutiny.Session session, List<ReceivedEvent> fresh) {
    return fresh.isEmpty() ? Uni.createFrom().voidItem() : informed.handle(session, fresh);
  }

  private static void requireSame(long current, long generation) {
    if (current != generation) {
      throw new RewoundException(current);
    }
  }

  private static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
