package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what training is required for what, and who holds which. A service names the topic, and who
 * listens, and makes it a bean.
 */
public abstract class TrainingHandler implements StateHandler {

  /** In the order in which they are told. */
  protected List<TrainingListener> listeners() {
    return List.of();
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    List<HeldTold> held = of(states, HeldTold.TYPE).map(HeldTold::of).toList();
    return TrainingRows.require(session, of(states, ModuleTold.TYPE).map(ModuleTold::of).toList())
        .chain(() -> TrainingRows.hold(session, held))
        .chain(() -> TrainingRows.forget(session, erased))
        .chain(
            () -> tell(session, held.stream().map(HeldTold::personId).collect(Collectors.toSet())));
  }

  private Uni<Void> tell(Mutiny.Session session, Set<UUID> people) {
    return people.isEmpty()
        ? Uni.createFrom().voidItem()
        : Multi.createFrom()
            .iterable(listeners())
            .onItem()
            .transformToUniAndConcatenate(listener -> listener.trainingChanged(session, people))
            .collect()
            .last();
  }

  private static Stream<ReceivedEvent> of(List<ReceivedEvent> states, String type) {
    return states.stream().filter(event -> event.type().equals(type));
  }
}
