package org.evenhand.calibration.directory;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps {@code person} as the directory has it. */
@ApplicationScoped
class DirectoryConsumer implements StateHandler {

  private static final String RECORD =
      """
      insert into person
        (id, external_id, manager_id, org_unit, work_location, country, legal_entity,
         worker_type, status, hr_units, told_at)
      select p."employeeId", p."externalId", p."managerId", p."orgUnit", p."workLocation",
             p.country, p."legalEntity", p."workerType", p.status, coalesce(p."hrUnits", '[]'),
             p."toldAt"
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as p ("employeeId" uuid,
        "externalId" text, "managerId" uuid, "orgUnit" text, "workLocation" text, country text,
        "legalEntity" text, "workerType" text, status text, "hrUnits" jsonb, "toldAt" timestamptz)
      order by 1
      on conflict (id) do update set
        external_id = excluded.external_id, manager_id = excluded.manager_id,
        org_unit = excluded.org_unit, work_location = excluded.work_location,
        country = excluded.country, legal_entity = excluded.legal_entity,
        worker_type = excluded.worker_type, status = excluded.status, hr_units = excluded.hr_units, told_at = excluded.told_at
      """;

  private static final String FORGET =
      """
      delete from person where id in (
        select cast(x as uuid) from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) x)
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
  public Uni<Void> keep(Mutiny.Session db, List<ReceivedEvent> states, Set<UUID> erased) {
    return run(db, RECORD, states.stream().map(PersonState::of).toList())
        .chain(() -> run(db, FORGET, erased))
        .chain(() -> tell(db, told(states, erased)));
  }

  private Uni<Void> tell(Mutiny.Session db, Set<UUID> people) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(listener -> listener.peopleChanged(db, people))
        .collect()
        .last();
  }

  private static Set<UUID> told(List<ReceivedEvent> states, Set<UUID> erased) {
    return Stream.concat(states.stream().map(ReceivedEvent::subjectId), erased.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Uni<Void> run(Mutiny.Session db, String sql, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : db.createNativeQuery(sql)
            .setParameter("rows", Json.write(rows))
            .executeUpdate()
            .replaceWithVoid();
  }
}
