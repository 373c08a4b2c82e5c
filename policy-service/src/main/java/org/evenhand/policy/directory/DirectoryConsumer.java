package org.evenhand.policy.directory;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores the people of review-service's directory, in two statements whatever the size of a batch.
 */
@ApplicationScoped
public class DirectoryConsumer implements StateHandler {

  // A parameter that is cast to jsonb directly would be sent as one JSON string; so it is cast to
  // text first.

  private static final String RECORD =
      """
      insert into person (employee_id, external_id, status, manager_id, country, legal_entity,
        worker_type, work_location, org_unit, hr_units, further_manager_ids, dotted_manager_ids,
        told_at)
      select r."employeeId", r."externalId", r.status, r."managerId", r.country, r."legalEntity",
        r."workerType", r."workLocation", r."orgUnit", coalesce(r."hrUnits", '[]'),
        coalesce(r."furtherManagerIds", cast(array[] as uuid[])),
        coalesce(r."dottedManagerIds", cast(array[] as uuid[])), r."toldAt"
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("employeeId" uuid,
        "externalId" text, status text, "managerId" uuid, country text, "legalEntity" text,
        "workerType" text, "workLocation" text, "orgUnit" text, "hrUnits" jsonb,
        "furtherManagerIds" uuid[], "dottedManagerIds" uuid[], "toldAt" timestamptz)
      order by 1
      on conflict (employee_id) do update set external_id = excluded.external_id,
        status = excluded.status, manager_id = excluded.manager_id, country = excluded.country,
        legal_entity = excluded.legal_entity, worker_type = excluded.worker_type,
        work_location = excluded.work_location, org_unit = excluded.org_unit,
        hr_units = excluded.hr_units, further_manager_ids = excluded.further_manager_ids,
        dotted_manager_ids = excluded.dotted_manager_ids, told_at = excluded.told_at
      """;

  private static final String FORGET =
      """
      delete from person p using jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) as r(id)
      where p.employee_id = cast(r.id as uuid)
      """;

  private final List<PeopleListener> listeners;

  DirectoryConsumer(@All List<PeopleListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public String topic() {
    return "evenhand.internal.directory";
  }

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    List<EmployeeState> people = states.stream().map(EmployeeState::of).toList();
    return run(session, RECORD, people)
        .chain(() -> run(session, FORGET, erased))
        .chain(() -> tell(session, ToldPeople.of(people, erased)));
  }

  private Uni<Void> tell(Mutiny.Session session, ToldPeople people) {
    Uni<Void> told = Uni.createFrom().voidItem();
    for (PeopleListener listener : listeners) {
      told = told.chain(() -> listener.peopleChanged(session, people));
    }
    return told;
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, Collection<?> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("rows", Json.write(rows))
        .executeUpdate()
        .replaceWithVoid();
  }
}
