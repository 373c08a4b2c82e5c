package org.evenhand.policy.calibration;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what calibration tells. */
@ApplicationScoped
class CalibrationConsumer implements EventHandler {

  private final List<CalibrationListener> listeners;

  CalibrationConsumer(@All List<CalibrationListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public String topic() {
    return "evenhand.internal.calibration";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event))
        .collect()
        .last();
  }

  private Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return Multi.createFrom()
        .iterable(listeners)
        .filter(listener -> listener.types().contains(event.type()))
        .onItem()
        .transformToUniAndConcatenate(listener -> listener.take(session, event))
        .collect()
        .last();
  }
}
