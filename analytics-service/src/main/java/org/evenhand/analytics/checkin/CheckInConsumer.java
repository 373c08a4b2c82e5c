package org.evenhand.analytics.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.quarterly.ToldQuarters;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in how many check-ins of a quarter were held. */
@ApplicationScoped
public class CheckInConsumer implements EventHandler {

  private static final String TOPIC = "evenhand.internal.check-ins";
  private static final String COUNTED = "org.evenhand.check-ins.counted.v1";

  private final ToldQuarters quarters;

  CheckInConsumer(ToldQuarters quarters) {
    this.quarters = quarters;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return quarters.take(session, batch, COUNTED, CheckInsCounted::of);
  }
}
