package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.consume.Consumers;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whether all that lies in a topic has been counted, and nothing is being counted anew. */
@ApplicationScoped
public class TakenIn {

  private static final String IS_REBUILDING = "select id from rebuild where state = 'RUNNING'";

  private final Consumers consumers;

  TakenIn(Consumers consumers) {
    this.consumers = consumers;
  }

  public Uni<Boolean> all(Mutiny.Session session, String topic) {
    return Rows.of(session, IS_REBUILDING)
        .any()
        .chain(
            rebuilding ->
                rebuilding
                    ? Uni.createFrom().item(false)
                    : consumers.remaining(topic).map(left -> left == 0));
  }
}
