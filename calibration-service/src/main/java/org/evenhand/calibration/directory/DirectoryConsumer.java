package org.evenhand.calibration.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps {@code person} as the directory has it; a tombstone is an erased person. */
@ApplicationScoped
class DirectoryConsumer implements EventHandler {

  private static final String UPSERT =
"""
insert into person (id, external_id, manager_id, org_unit, status, hr_units)
select distinct on (p."employeeId")
       p."employeeId", p."externalId", p."managerId", p."orgUnit", p.status,
       coalesce(p."hrUnits", '[]')
from rows from (
       jsonb_to_recordset(cast(cast(:batch as text) as jsonb)) as
         ("employeeId" uuid, "externalId" text, "managerId" uuid, "orgUnit" text, status text,
          "hrUnits" jsonb)
     ) with ordinality
       as p("employeeId", "externalId", "managerId", "orgUnit", status, "hrUnits", at)
order by p."employeeId", p.at desc
on conflict (id) do update set
  external_id = excluded.external_id, manager_id = excluded.manager_id,
  org_unit = excluded.org_unit, status = excluded.status, hr_units = excluded.hr_units
""";

  @Override
  public String topic() {
    return "evenhand.internal.directory";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session db, List<ReceivedEvent> batch) {
    var recorded =
        batch.stream()
            .filter(event -> !event.tombstone())
            .map(event -> event.as(PersonRecorded.class))
            .toList();
    var erased =
        batch.stream().filter(ReceivedEvent::tombstone).map(e -> UUID.fromString(e.key())).toList();
    return db.createNativeQuery(UPSERT)
        .setParameter("batch", Json.write(recorded))
        .executeUpdate()
        .chain(
            () ->
                db.createNativeQuery(
                        "delete from person where id in (select cast(x as uuid) from"
                            + " jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) x)")
                    .setParameter("ids", Json.write(erased))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
