package org.evenhand.kit.data.waiver;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.waiver.Waiver.Decision;
import org.evenhand.kit.data.waiver.Waiver.Proposal;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Waivers as rows. Whoever changes one holds its duty. */
@ApplicationScoped
class WaiverRows {

  private static final String LATEST =
      """
      select w.id, w.version, w.duty_id, w.since, w.state, w.code, w.reason, w.proposed_by, w.side,
        w.proposed_at, w.decided_by, w.decided_at
      from duty_waiver w where w.duty_id = :duty
      order by w.proposed_at desc, w.id desc limit 1
      """;

  private static final String WRITE =
      """
      insert into duty_waiver (id, version, duty_id, since, state, code, reason, proposed_by, side,
        proposed_at, decided_by, decided_at)
      values (:id, :version, :duty, :since, :state, :code, :reason, :proposedBy, :side,
        :proposedAt, cast(:decidedBy as uuid), cast(:decidedAt as timestamptz))
      on conflict (id) do update set version = excluded.version, state = excluded.state,
        decided_by = excluded.decided_by, decided_at = excluded.decided_at
      """;

  /** The last one that was proposed. */
  Uni<Optional<Waiver>> latest(Mutiny.Session session, UUID duty) {
    return Rows.unflushed(session, LATEST).bind("duty", duty).atMostOne(WaiverRows::read);
  }

  Uni<Void> write(Mutiny.Session session, Waiver waiver) {
    Decision decision = waiver.decision();
    return session
        .createNativeQuery(WRITE, new AffectedEntities())
        .setParameter("id", waiver.id())
        .setParameter("version", waiver.version())
        .setParameter("duty", waiver.duty())
        .setParameter("since", at(waiver.since()))
        .setParameter("state", waiver.state().name())
        .setParameter("code", waiver.code().name())
        .setParameter("reason", waiver.reason())
        .setParameter("proposedBy", waiver.proposal().by())
        .setParameter("side", waiver.proposal().side().name())
        .setParameter("proposedAt", at(waiver.proposal().at()))
        .setParameter("decidedBy", decision == null ? null : decision.by())
        .setParameter("decidedAt", decision == null ? null : at(decision.at()))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Waiver read(Row row) {
    UUID decidedBy = row.orNull("decided_by", Row::uuid);
    return new Waiver(
        row.uuid("id"),
        row.bigint("version"),
        row.uuid("duty_id"),
        row.instant("since"),
        row.constant("state", WaiverState.class),
        row.constant("code", WaiverReason.class),
        row.text("reason"),
        new Proposal(
            row.uuid("proposed_by"), row.constant("side", Side.class), row.instant("proposed_at")),
        decision(decidedBy, row));
  }

  private static @Nullable Decision decision(@Nullable UUID by, Row row) {
    return by == null ? null : new Decision(by, row.instant("decided_at"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
