package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    List<ModuleTold> modules = of(states, ModuleTold.TYPE).map(ModuleTold::of).toList();
    return TrainingRows.require(session, modules)
        .chain(() -> TrainingRows.hold(session, held))
        .chain(() -> TrainingRows.forget(session, erased))
        .chain(() -> tellOfPeople(session, held))
        .chain(() -> tellOfModules(session, modules));
  }

  private Uni<Void> tellOfPeople(Mutiny.Session session, List<HeldTold> held) {
    Set<UUID> people = held.stream().map(HeldTold::personId).collect(Collectors.toSet());
    return people.isEmpty()
        ? Uni.createFrom().voidItem()
        : tell(listener -> listener.trainingChanged(session, people));
  }

  private Uni<Void> tellOfModules(Mutiny.Session session, List<ModuleTold> modules) {
    return modules.stream()
        .map(ModuleTold::offeredAt)
        .min(Comparator.naturalOrder())
        .map(first -> tell(listener -> listener.modulesChanged(session, first)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(Function<TrainingListener, Uni<Void>> what) {
    return Multi.createFrom()
        .iterable(listeners())
        .onItem()
        .transformToUniAndConcatenate(what::apply)
        .collect()
        .last();
  }

  private static Stream<ReceivedEvent> of(List<ReceivedEvent> states, String type) {
    return states.stream().filter(event -> event.type().equals(type));
  }
}
