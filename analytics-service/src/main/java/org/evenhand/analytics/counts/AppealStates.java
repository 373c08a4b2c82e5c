package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how each appeal stands; told anew, it is written over itself. */
@ApplicationScoped
class AppealStates {

  private static final String KEEP =
      """
      insert into appeal_told
        (appeal_id, review_id, cycle_id, org_unit, state, admitted, filed_at, ended)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as a ("appealId" uuid, "reviewId" uuid, "cycleId" uuid, "orgUnit" text, state text,
              admitted boolean, "filedAt" timestamptz, ended boolean)
      order by 1
      on conflict (appeal_id) do update set state = excluded.state, admitted = excluded.admitted,
        ended = excluded.ended
      """;

  /**
   * @param appeals at most one state for each
   */
  Uni<Void> keep(Mutiny.Session session, Collection<AppealState> appeals) {
    return appeals.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(KEEP, new AffectedEntities())
            .setParameter("rows", Json.write(appeals))
            .executeUpdate()
            .replaceWithVoid();
  }
}
