package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the charter in force, whose days and escalation paths duties follow. A service names the
 * topic and makes it a bean.
 */
public abstract class CharterHandler implements StateHandler {

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    return Multi.createFrom()
        .iterable(states)
        .onItem()
        .transformToUniAndConcatenate(
            state -> CharterTerms.keep(session, state.subjectId(), Charter.of(state)))
        .collect()
        .last()
        .chain(() -> CharterTerms.remove(session, erased));
  }
}
