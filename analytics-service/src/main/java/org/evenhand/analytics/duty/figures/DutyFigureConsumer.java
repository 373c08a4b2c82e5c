package org.evenhand.analytics.duty.figures;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.quarterly.ToldQuarters;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in how the duties of a quarter were done. */
@ApplicationScoped
public class DutyFigureConsumer implements EventHandler {

  private static final String TOPIC = "evenhand.internal.duty-figures";
  private static final String COUNTED = "org.evenhand.duties.counted.v1";

  private final ToldQuarters quarters;

  DutyFigureConsumer(ToldQuarters quarters) {
    this.quarters = quarters;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return quarters.take(session, batch, COUNTED, DutiesCounted::of);
  }
}
