package org.evenhand.kit.data.consume;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Handles a compacted topic, in which a record is the whole state of its subject and a tombstone
 * says that the subject was erased. Only the latest state of each subject is handed over, and never
 * one older than a state seen before: not when the topic is read anew, nor from the dead letters,
 * nor after the subject was erased.
 */
public interface StateHandler extends EventHandler {

  @Override
  default Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return LatestStates.of(session, this, batch)
        .chain(
            latest ->
                latest.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : keep(
                        session,
                        latest.stream().filter(event -> !event.tombstone()).toList(),
                        latest.stream()
                            .filter(ReceivedEvent::tombstone)
                            .map(ReceivedEvent::subjectId)
                            .collect(Collectors.toUnmodifiableSet())));
  }

  /**
   * @param states one of each subject, in the order in which they came
   * @param erased subjects without any state now
   */
  Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased);
}
