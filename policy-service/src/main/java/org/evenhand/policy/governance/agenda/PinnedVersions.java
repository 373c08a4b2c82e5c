package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Under which version of which policy each cycle rates, and whether it is over. */
@ApplicationScoped
class PinnedVersions {

  /** What this service reads of {@code org.evenhand.cycle.*}. */
  private record CycleTold(
      @Nullable UUID cycleId,
      @Nullable UUID policyId,
      @Nullable Integer policyVersion,
      @Nullable String state,
      @Nullable LocalDate periodEnd) {

    boolean closed() {
      return "CLOSED".equals(state);
    }
  }

  Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    CycleTold told = event.as(CycleTold.class);
    if (told.cycleId() == null || told.policyId() == null || told.policyVersion() == null) {
      throw new RefusedEvent("A cycle names itself and the version of its policy");
    }
    return session
        .createNativeQuery(
            """
            insert into pinned_version (cycle_id, policy_id, number, closed, period_end)
            values (:cycle, :policy, :number, :closed, cast(:end as date))
            on conflict (cycle_id) do update
              set policy_id = excluded.policy_id, number = excluded.number,
                closed = excluded.closed, period_end = excluded.period_end
            """,
            new AffectedEntities())
        .setParameter("cycle", told.cycleId())
        .setParameter("policy", told.policyId())
        .setParameter("number", told.policyVersion())
        .setParameter("closed", told.closed())
        .setParameter("end", told.periodEnd())
        .executeUpdate()
        .replaceWithVoid();
  }
}
