package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far a cycle has been taken in. Topics are not in order among each other. */
@ApplicationScoped
class CycleIntake {

  private static final String KEEP =
      """
      insert into sharing_proposal (cycle_id, awaiting, calibrated, edition, proposed_at)
      values (:cycle, :awaiting, :calibrated, :edition, :at)
      on conflict (cycle_id) do update
      set awaiting = excluded.awaiting, calibrated = excluded.calibrated, edition = excluded.edition,
          proposed_at = excluded.proposed_at
      """;

  private static final String FORGET = "delete from sharing_proposal where cycle_id = :cycle";

  private static final String EDITION =
      "select edition from sharing_proposal where cycle_id = :cycle";

  // What is shared already is counted too: who reads the topics from their beginning finds it so.
  // A review whose decision is still on its way is SUBMITTED here, as is one that no session has
  // decided on: only the number of the decided tells them apart. More of them than that are from
  // before one was reopened, as long as nothing is shared.
  private static final String IS_WHOLE =
      """
      select count(*) filter (where f.state <> 'IN_CALIBRATION') >= max(p.awaiting)
         and count(*) filter (where f.calibration = 'CALIBRATED') >= max(p.calibrated)
         and (count(*) filter (where f.calibration = 'CALIBRATED') = max(p.calibrated)
           or bool_or(f.state in ('SHARED', 'ACKNOWLEDGED', 'FINAL')))
         and count(*) filter (where f.state = 'IN_CALIBRATION') = 0
         and not exists (select 1 from rebuild where state = 'RUNNING')
      from sharing_proposal p
      join rating_fact f on f.cycle_id = p.cycle_id
      where p.cycle_id = :cycle
        and f.state in ('SUBMITTED', 'IN_CALIBRATION', 'CALIBRATED', 'NOT_CALIBRATED', 'SHARED',
                        'ACKNOWLEDGED', 'FINAL')
      """;

  private static final String LAST_CHANGE =
      """
      select changed_at from cycle
      where cycle_id = :cycle and not exists (select 1 from rebuild where state = 'RUNNING')
      """;

  /**
   * Remembers how many reviews wait to be shared, and how many of these are calibrated; a later
   * proposal says it anew.
   *
   * @param edition the same for the same results
   */
  Uni<Void> expect(
      Mutiny.Session session,
      UUID cycleId,
      long awaiting,
      long calibrated,
      long edition,
      Instant at) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycleId)
        .setParameter("awaiting", awaiting)
        .setParameter("calibrated", calibrated)
        .setParameter("edition", edition)
        .setParameter("at", at)
        .executeUpdate()
        .replaceWithVoid();
  }

  Uni<Void> forget(Mutiny.Session session, UUID cycleId) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("cycle", cycleId)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The edition of the results that are proposed to be shared; empty where none are any more. */
  Uni<Optional<Long>> edition(Mutiny.Session session, UUID cycleId) {
    return session
        .createNativeQuery(EDITION, Object.class)
        .setParameter("cycle", cycleId)
        .getResultList()
        .map(found -> found.stream().findFirst().map(edition -> ((Number) edition).longValue()));
  }

  /** Whether every review that waits to be shared is counted, and none is being calibrated. */
  Uni<Boolean> isWhole(Mutiny.Session session, UUID cycleId) {
    return session
        .createNativeQuery(IS_WHOLE, Boolean.class)
        .setParameter("cycle", cycleId)
        .getSingleResultOrNull()
        .map(whole -> Optional.ofNullable(whole).orElse(false));
  }

  /** When a count of the cycle last changed; empty while everything is counted anew. */
  Uni<Optional<Instant>> lastChange(Mutiny.Session session, UUID cycleId) {
    return session
        .createNativeQuery(LAST_CHANGE, OffsetDateTime.class)
        .setParameter("cycle", cycleId)
        .getResultList()
        .map(found -> found.stream().findFirst().map(OffsetDateTime::toInstant));
  }
}
