package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tables {@code appeal_release} and {@code appeal_group}: what is published of appeals, once. */
@ApplicationScoped
class AppealStore {

  private static final String IS_DUE =
      """
      select 1
      where not exists (select 1 from appeal_release where cycle_id = :cycle)
        and not exists (
          select 1 from appeal_told where cycle_id = :cycle and filed_at <= :until and not ended)
      """;

  private static final String RELEASE =
      """
      insert into appeal_release (cycle_id, edition, filed_until, published_at)
      values (:cycle, :edition, :until, :at)
      """;

  private static final String KEEP =
      """
      insert into appeal_group (cycle_id, dimension, value, results, filed, admitted, changed)
      select cast(:cycle as uuid), g.dimension, g.value,
        f."NOT_APPEALED" + f."NOT_ADMITTED" + f."UNCHANGED" + f."CHANGED",
        f."NOT_ADMITTED" + f."UNCHANGED" + f."CHANGED", f."UNCHANGED" + f."CHANGED", f."CHANGED"
      from jsonb_to_recordset(cast(cast(:groups as text) as jsonb))
        as g (dimension text, value text, fared jsonb)
      cross join lateral jsonb_to_record(coalesce(nullif(g.fared, 'null'), jsonb_build_object()))
        as f ("NOT_APPEALED" bigint, "NOT_ADMITTED" bigint, "UNCHANGED" bigint, "CHANGED" bigint)
      """;

  /** Whether nothing has been published, and all that was filed until the edition has ended. */
  Uni<Boolean> isDue(Mutiny.Session session, Cycle cycle, Edition edition) {
    return Rows.of(session, IS_DUE)
        .bind("cycle", cycle.id())
        .bind("until", edition.publishedAt())
        .any();
  }

  Uni<Void> release(Mutiny.Session session, Cycle cycle, Edition edition, Instant at) {
    return session
        .createNativeQuery(RELEASE)
        .setParameter("cycle", cycle.id())
        .setParameter("edition", edition.number())
        .setParameter("until", edition.publishedAt())
        .setParameter("at", at)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> keep(Mutiny.Session session, Cycle cycle, List<AppealGroup> groups) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycle.id())
        .setParameter("groups", Json.write(groups))
        .executeUpdate()
        .replaceWithVoid();
  }
}
