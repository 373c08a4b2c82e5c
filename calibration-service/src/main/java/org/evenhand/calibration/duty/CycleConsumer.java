package org.evenhand.calibration.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** By when cycles are calibrated, and which are over. */
@ApplicationScoped
class CycleConsumer implements EventHandler {

  private static final String OF_CYCLES = "org.evenhand.cycle.";
  private static final String OPENED = "org.evenhand.cycle.opened.v1";

  private final CycleEnds ends;
  private final SessionsAnew sessions;

  CycleConsumer(CycleEnds ends, SessionsAnew sessions) {
    this.ends = ends;
    this.sessions = sessions;
  }

  @Override
  public String topic() {
    return "evenhand.cycles";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session db, List<ReceivedEvent> batch) {
    Map<UUID, CycleTold> latest = new LinkedHashMap<>();
    batch.stream()
        .filter(event -> event.type().startsWith(OF_CYCLES))
        .map(CycleTold::of)
        .forEach(cycle -> latest.put(cycle.cycleId(), cycle));
    List<CycleOpened> opened =
        batch.stream()
            .filter(event -> event.type().equals(OPENED))
            .map(event -> new CycleOpened(CycleTold.of(event).cycleId(), event.time()))
            .toList();
    return ends.keep(db, latest.values())
        .chain(() -> ends.opened(db, opened))
        .chain(() -> sessions.cyclesChanged(db, latest.keySet()));
  }
}
