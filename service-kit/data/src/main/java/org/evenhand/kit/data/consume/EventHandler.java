package org.evenhand.kit.data.consume;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.evenhand.kit.data.database.DependencyAway;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Handles one topic. Every {@code @ApplicationScoped} bean of this type gets a loop of its own.
 *
 * <p>{@link #handle} is called inside one transaction with the events that this group has not seen,
 * in order per subject. Its writes commit together with the record that the events were seen.
 *
 * <p>It fails with {@link DependencyAway} to be called again later, without limit; with {@link
 * RefusedEvent} to send an event to the dead letters. When a batch fails, its events come again one
 * by one, so that only the culprit is set aside.
 */
public interface EventHandler {

  String topic();

  default String group() {
    return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
  }

  /**
   * Fetches from other services what these events need, before the transaction begins, because a
   * slow neighbour must not hold a connection. Events that were seen before may be among them.
   *
   * @return the handler with what was fetched; it is called within the transaction
   */
  default Uni<EventHandler> informed(List<ReceivedEvent> batch) {
    return Uni.createFrom().item(this);
  }

  Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch);
}
