package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.evenhand.kit.data.RefusedEvent;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the people of review-service's directory. The topic carries states, so of one batch only
 * the last of each person counts, and a batch costs three statements however long it is.
 */
@ApplicationScoped
public class DirectoryConsumer implements EventHandler {

  // A parameter cast to jsonb at once would be sent as one JSON string; so it is text first.

  /** Somebody hired again may come under a new id: the externalId then is theirs alone. */
  private static final String RELEASE =
      """
      delete from person p using jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
        as r("employeeId" uuid, "externalId" text)
      where p.external_id = r."externalId" and p.employee_id <> r."employeeId"
      """;

  private static final String RECORD =
      """
      insert into person (employee_id, external_id, status, manager_id, country, legal_entity,
        worker_type)
      select r."employeeId", r."externalId", r.status, r."managerId", r.country, r."legalEntity", r."workerType"
      from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r("employeeId" uuid, "externalId" text,
        status text, "managerId" uuid, country text, "legalEntity" text, "workerType" text)
      on conflict (employee_id) do update set external_id = excluded.external_id,
        status = excluded.status, manager_id = excluded.manager_id, country = excluded.country,
        legal_entity = excluded.legal_entity, worker_type = excluded.worker_type
      """;

  private static final String FORGET =
      """
      delete from person p using jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as r(id)
      where p.employee_id = cast(r.id as uuid)
      """;

  @Override
  public String topic() {
    return "evenhand.internal.directory";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    Map<UUID, Optional<EmployeeRecorded>> last = new LinkedHashMap<>();
    for (ReceivedEvent event : batch) {
      last.put(subject(event), state(event));
    }
    var forgotten = last.entrySet().stream().filter(e -> e.getValue().isEmpty());
    var recorded = last.values().stream().flatMap(Optional::stream).toList();
    return run(session, FORGET, forgotten.map(Map.Entry::getKey).toList())
        .chain(() -> run(session, RELEASE, recorded))
        .chain(() -> run(session, RECORD, recorded));
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, List<?> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter(1, Json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Optional<EmployeeRecorded> state(ReceivedEvent event) {
    return event.tombstone()
        ? Optional.empty()
        : Optional.of(event.as(EmployeeRecorded.class).complete());
  }

  private static UUID subject(ReceivedEvent event) {
    try {
      return UUID.fromString(event.subject());
    } catch (IllegalArgumentException e) {
      throw new RefusedEvent("the subject is not an employee's id");
    }
  }
}
