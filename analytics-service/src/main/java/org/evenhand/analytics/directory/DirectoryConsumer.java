package org.evenhand.analytics.directory;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the table of persons in step with the directory. */
@ApplicationScoped
public class DirectoryConsumer implements StateHandler {

  public static final String TOPIC = "evenhand.internal.directory";

  private final Directory directory;
  private final PersonsListener listener;
  private final List<ErasureListener> erasures;

  DirectoryConsumer(
      Directory directory, PersonsListener listener, @All List<ErasureListener> erasures) {
    this.directory = directory;
    this.listener = listener;
    this.erasures = erasures;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    return directory
        .record(session, states.stream().map(EmployeeState::of).toList())
        .chain(
            () ->
                listener.personsMoved(
                    session, states.stream().map(ReceivedEvent::subjectId).toList()))
        .chain(() -> directory.forget(session, erased))
        .chain(() -> follow(session, erased));
  }

  private Uni<Void> follow(Mutiny.Session session, Set<UUID> erased) {
    Uni<Void> followed = Uni.createFrom().voidItem();
    if (!erased.isEmpty()) {
      for (ErasureListener each : erasures) {
        followed = followed.chain(() -> each.erased(session, erased));
      }
    }
    return followed;
  }
}
