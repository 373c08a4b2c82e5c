package org.evenhand.review.directory.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.directory.lines.HrUnit;
import org.evenhand.review.directory.lines.HrUnits;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells our other services how an employee stands now; flushed first, so that versions are final.
 */
@ApplicationScoped
public class DirectoryEvents {

  private final Outbox outbox;
  private final HrUnits hrUnits;

  DirectoryEvents(Outbox outbox, HrUnits hrUnits) {
    this.outbox = outbox;
    this.hrUnits = hrUnits;
  }

  public Uni<Void> recorded(Mutiny.Session session, Collection<Employee> employees) {
    List<UUID> ids = employees.stream().map(Employee::id).toList();
    return session
        .flush()
        .chain(() -> hrUnits.of(session, ids))
        .map(
            units ->
                employees.stream()
                    .map(e -> event(e, units.getOrDefault(e.id(), List.of())))
                    .toList())
        .chain(events -> outbox.append(session, events));
  }

  private static OutboxEvent event(Employee employee, List<HrUnit> units) {
    String id = employee.id().toString();
    return new OutboxEvent(
        EmployeeRecorded.TOPIC,
        EmployeeRecorded.TYPE,
        id,
        id,
        employee.version(),
        EmployeeRecorded.of(employee, units));
  }
}
