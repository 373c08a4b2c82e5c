package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Cycles whose ratings have moved against those before. analytics-service tells of all people of a
 * cycle together and of no number, and once; how far they moved is read there, by who may.
 */
@ApplicationScoped
class SignalledDrift implements AgendaSource {

  /** What is told anew, by who has read the topics anew, is no news. */
  private static final String KEEP =
      """
      insert into signalled_drift (cycle_id, metric, verdict, told_at)
      values (:cycle, :metric, :verdict, :at)
      on conflict do nothing
      """;

  private static final String SIGNALLED =
      "select cycle_id, metric, verdict from signalled_drift where told_at >= :since";

  /** What this service reads of {@code org.evenhand.drift.signalled.v1}. */
  private record DriftTold(
      @Nullable UUID cycleId,
      @Nullable String metric,
      @Nullable String verdict,
      @Nullable Instant at) {}

  Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    DriftTold told = event.as(DriftTold.class);
    if (told.cycleId() == null
        || told.metric() == null
        || told.verdict() == null
        || told.at() == null) {
      throw new RefusedEvent("A drift names its cycle, the metric, what it came to, and when");
    }
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("cycle", told.cycleId())
        .setParameter("metric", told.metric())
        .setParameter("verdict", told.verdict())
        .setParameter("at", told.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, SIGNALLED)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .list(
            row ->
                AgendaItem.at(AgendaTopic.DRIFT, "/v1/cycles/" + row.uuid("cycle_id"), 1)
                    .about(row.text("metric") + "/" + row.text("verdict")));
  }
}
