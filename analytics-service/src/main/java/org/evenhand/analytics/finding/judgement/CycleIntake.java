package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far a cycle has been taken in. Topics are not in order among each other. */
@ApplicationScoped
class CycleIntake {

  private static final String KEEP =
      """
      insert into sharing_proposal (cycle_id, awaiting, calibrated, edition, results, proposed_at)
      values (:cycle, :awaiting, :calibrated, :edition, nullif(:results, ''), :at)
      on conflict (cycle_id) do update
      set awaiting = excluded.awaiting, calibrated = excluded.calibrated, edition = excluded.edition,
          results = excluded.results, proposed_at = excluded.proposed_at
      """;

  private static final String FORGET = "delete from sharing_proposal where cycle_id = :cycle";

  private static final String EDITION =
      "select edition from sharing_proposal where cycle_id = :cycle";

  /** Of the results that are counted, as review-service works out that of those it proposes. */
  static final String FINGERPRINT =
      """
      encode(sha256(convert_to(string_agg(
        concat_ws(' ', f.review_id, f.revision, f.state), ',' order by f.review_id),
        'UTF8')), 'hex')
      """;

  // As long as nothing is shared, what was proposed is what is counted if both have the same
  // fingerprint: the very same reviews, each in the same revision and state. Numbers would not do,
  // since a review that was concluded anew counts like one of which only the first conclusion has
  // been heard. What changes after the proposal never gets its fingerprint; the next one tells it.
  // Once something is shared, the facts move on from what was proposed: who reads the topics from
  // their beginning finds them so. Then as many have to be there, as where events tell no revision.
  // A review whose decision is still on its way is SUBMITTED, as is one that no session has decided
  // on: of numbers only that of the decided tells them apart, and more of them than were proposed
  // are from before one was reopened. Nothing at all can be proposed too: where nobody was rated.
  private static final String IS_WHOLE =
      """
      select 1 from sharing_proposal p
      cross join (
        select count(*) as reviews,
               count(*) filter (where f.calibration = 'CALIBRATED') as calibrated,
               coalesce(bool_or(f.state = 'IN_CALIBRATION'), false) as calibrating,
               coalesce(bool_or(is_shared(f.state)), false) as shared,
               coalesce(bool_or(f.revision is null), false) as untold,
               %s as results
        from rating_fact f
        where f.cycle_id = :cycle and is_submitted(f.state)
      ) taken
      where p.cycle_id = :cycle and not taken.calibrating
        and not exists (select 1 from rebuild where state = 'RUNNING')
        and case
          when taken.shared
            then taken.reviews >= p.awaiting and taken.calibrated >= p.calibrated
          when p.results is null or taken.untold
            then taken.reviews >= p.awaiting and taken.calibrated = p.calibrated
          else taken.results = p.results
        end
      """
          .formatted(FINGERPRINT);

  private static final String LAST_CHANGE =
      """
      select changed_at from cycle
      where cycle_id = :cycle and not exists (select 1 from rebuild where state = 'RUNNING')
      """;

  /** Remembers what waits to be shared; a later proposal says it anew. */
  Uni<Void> expect(Mutiny.Session session, SharingProposal proposal) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", proposal.cycleId())
        .setParameter("awaiting", proposal.awaiting())
        .setParameter("calibrated", proposal.calibrated())
        .setParameter("edition", proposal.edition())
        .setParameter("results", Optional.ofNullable(proposal.results()).orElse(""))
        .setParameter("at", proposal.at())
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
    return Rows.of(session, EDITION).bind("cycle", cycleId).atMostOne(row -> row.bigint("edition"));
  }

  /** Whether the reviews that wait to be shared are counted as they were proposed. */
  Uni<Boolean> isWhole(Mutiny.Session session, UUID cycleId) {
    return Rows.of(session, IS_WHOLE).bind("cycle", cycleId).any();
  }

  /** When a count of the cycle last changed; empty while everything is counted anew. */
  Uni<Optional<Instant>> lastChange(Mutiny.Session session, UUID cycleId) {
    return Rows.of(session, LAST_CHANGE)
        .bind("cycle", cycleId)
        .atMostOne(row -> row.instant("changed_at"));
  }
}
