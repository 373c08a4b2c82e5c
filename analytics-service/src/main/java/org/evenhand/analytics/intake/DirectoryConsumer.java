package org.evenhand.analytics.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.EmployeeState;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the table of persons in step with the directory. The declaration of a person who moves to a
 * country where a dimension isn't enabled is withdrawn.
 */
@ApplicationScoped
public class DirectoryConsumer implements StateHandler {

  public static final String TOPIC = "evenhand.internal.directory";

  private final Directory directory;
  private final DemographicDimensions dimensions;

  DirectoryConsumer(Directory directory, DemographicDimensions dimensions) {
    this.directory = directory;
    this.dimensions = dimensions;
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
                dimensions.personsMoved(
                    session, states.stream().map(ReceivedEvent::subjectId).toList()))
        .chain(() -> directory.forget(session, erased));
  }
}
