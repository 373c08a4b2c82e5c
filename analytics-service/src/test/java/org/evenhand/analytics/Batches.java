package org.evenhand.analytics;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events in a batch of our choice; how Kafka cuts them is chance. */
@ApplicationScoped
public class Batches {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Mutiny.SessionFactory sessions;

  Batches(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  public void take(EventHandler handler, List<Sent> batch) {
    List<ReceivedEvent> events = batch.stream().map(Batches::received).toList();
    try {
      VertxContextSupport.subscribeAndAwait(
          () -> sessions.withTransaction(session -> handler.handle(session, events)));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static ReceivedEvent received(Sent event) {
    return new ReceivedEvent(
        event.topic(),
        event.subject().toString(),
        UUID.randomUUID().toString(),
        event.type(),
        event.source(),
        event.subject().toString(),
        event.sequence(),
        Instant.now(),
        JSON.valueToTree(event.data()));
  }
}
