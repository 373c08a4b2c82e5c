package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps how each appeal stands; told anew, it is written over itself. Where one has ended, it may
 * be time to publish what came of all of them.
 */
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

  private final DueWork dueWork;
  private final Clock clock;

  AppealStates(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

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
            .chain(() -> ended(session, appeals));
  }

  private Uni<Void> ended(Mutiny.Session session, Collection<AppealState> appeals) {
    List<UUID> cycles =
        appeals.stream()
            .filter(AppealState::ended)
            .map(AppealState::cycleId)
            .distinct()
            .sorted()
            .toList();
    return Multi.createFrom()
        .iterable(cycles)
        .onItem()
        .transformToUniAndConcatenate(
            cycle ->
                dueWork.schedule(session, RatingsConsumer.APPEAL_ENDED, cycle, Instant.now(clock)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
