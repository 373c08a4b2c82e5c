package org.evenhand.analytics.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.analytics.directory.EmployeeRecorded;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.evenhand.kit.data.RefusedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the table of persons up with the directory. */
@ApplicationScoped
public class DirectoryConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.internal.directory";

  private final Directory directory;

  DirectoryConsumer(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, EmployeeRecorded> recorded = new LinkedHashMap<>();
    Map<UUID, UUID> forgotten = new LinkedHashMap<>();
    for (ReceivedEvent event : batch) {
      UUID employee = employeeOf(event);
      recorded.remove(employee);
      forgotten.remove(employee);
      if (event.tombstone()) {
        forgotten.put(employee, employee);
      } else {
        recorded.put(employee, event.as(EmployeeRecorded.class).complete());
      }
    }
    return directory
        .record(session, List.copyOf(recorded.values()))
        .chain(() -> directory.forget(session, List.copyOf(forgotten.keySet())));
  }

  private static UUID employeeOf(ReceivedEvent event) {
    try {
      return UUID.fromString(event.key());
    } catch (IllegalArgumentException e) {
      throw new RefusedEvent("The key of a directory record is the id of the employee");
    }
  }
}
