package org.evenhand.calibration.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cycles as review-service last told them. */
@ApplicationScoped
class CycleEnds {

  private static final String KEEP =
      """
      insert into cycle (id, state, calibration_due, policy_id, policy_version)
      select c."cycleId", c.state, c."calibrationDue", c."policyId", c."policyVersion"
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as c ("cycleId" uuid, state text, "calibrationDue" date, "policyId" uuid,
          "policyVersion" integer)
      order by 1
      on conflict (id) do update
      set state = excluded.state, calibration_due = excluded.calibration_due,
          policy_id = excluded.policy_id, policy_version = excluded.policy_version
      """;

  /** The first time counts: a topic that is read anew tells it again. */
  private static final String OPENED =
      """
      update cycle set opened_at = o.at
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as o (id uuid, at timestamptz)
      where cycle.id = o.id and cycle.opened_at is null
      """;

  private static final String ONE = "select state, calibration_due from cycle where id = :id";

  Uni<Void> keep(Mutiny.Session db, Collection<CycleTold> cycles) {
    return db.createNativeQuery(KEEP)
        .setParameter("rows", Json.write(cycles))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** When cycles were opened; of one that was open before we asked nothing is known. */
  Uni<Void> opened(Mutiny.Session db, Collection<CycleOpened> cycles) {
    return cycles.isEmpty()
        ? Uni.createFrom().voidItem()
        : db.createNativeQuery(OPENED)
            .setParameter("rows", Json.write(cycles))
            .executeUpdate()
            .replaceWithVoid();
  }

  Uni<Optional<CycleEnd>> of(Mutiny.Session db, UUID cycle) {
    return Rows.of(db, ONE)
        .bind("id", cycle)
        .atMostOne(row -> new CycleEnd(row.day("calibration_due"), row.text("state")));
  }
}
