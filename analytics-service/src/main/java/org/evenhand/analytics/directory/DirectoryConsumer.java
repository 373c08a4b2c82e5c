package org.evenhand.analytics.directory;

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

  DirectoryConsumer(Directory directory, PersonsListener listener) {
    this.directory = directory;
    this.listener = listener;
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
        .chain(() -> directory.forget(session, erased));
  }
}
