package org.evenhand.analytics.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.EmployeeRecorded;
import org.evenhand.analytics.directory.EmployeeState;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.evenhand.kit.data.RefusedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the table of persons up with the directory. Who moves to a country where a dimension is not
 * enabled has not declared it any more.
 */
@ApplicationScoped
public class DirectoryConsumer implements EventHandler {

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
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, EmployeeState> recorded = new LinkedHashMap<>();
    Set<UUID> forgotten = new LinkedHashSet<>();
    for (ReceivedEvent event : batch) {
      UUID employee = employeeOf(event);
      recorded.remove(employee);
      forgotten.remove(employee);
      if (event.tombstone()) {
        forgotten.add(employee);
      } else {
        recorded.put(
            employee,
            new EmployeeState(event.as(EmployeeRecorded.class).complete(), event.sequence()));
      }
    }
    return directory
        .record(session, List.copyOf(recorded.values()))
        .chain(() -> dimensions.personsMoved(session, recorded.keySet()))
        .chain(() -> directory.forget(session, forgotten));
  }

  private static UUID employeeOf(ReceivedEvent event) {
    try {
      return UUID.fromString(event.key());
    } catch (IllegalArgumentException e) {
      throw new RefusedEvent("The key of a directory record is the id of the employee");
    }
  }
}
