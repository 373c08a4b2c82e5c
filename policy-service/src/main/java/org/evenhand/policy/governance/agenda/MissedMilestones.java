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
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * In how many reviews of a cycle something was missing when a milestone had passed. What a few miss
 * is no point of its own: it counts with the late duties of its side.
 */
@ApplicationScoped
class MissedMilestones implements AgendaSource {

  /** The number only rises; of a topic that is read anew, the highest counts. */
  private static final String KEEP =
      """
      insert into missed_milestone as m (cycle_id, milestone, reviews, told_at)
      values (:cycle, :milestone, :reviews, :at)
      on conflict (cycle_id, milestone) do update
        set reviews = excluded.reviews, told_at = excluded.told_at
        where m.reviews < excluded.reviews
      """;

  private static final String MISSED =
      """
      select cycle_id, milestone, reviews from missed_milestone
      where told_at >= :since and reviews >= :least
      """;

  private final int leastGroup;

  MissedMilestones(PolicySettings settings) {
    this.leastGroup = settings.leastGroup();
  }

  /** What this service reads of {@code org.evenhand.milestone.missed.v1}. */
  private record MissedTold(
      @Nullable UUID cycleId,
      @Nullable String milestone,
      @Nullable Long reviews,
      @Nullable Instant at) {}

  Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    MissedTold told = event.as(MissedTold.class);
    if (told.cycleId() == null
        || told.milestone() == null
        || told.reviews() == null
        || told.at() == null) {
      throw new RefusedEvent("A missed milestone names its cycle, how many missed it, and when");
    }
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("cycle", told.cycleId())
        .setParameter("milestone", told.milestone())
        .setParameter("reviews", told.reviews())
        .setParameter("at", told.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, MISSED)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .bind("least", (long) leastGroup)
        .list(
            row ->
                AgendaItem.at(
                        AgendaTopic.MISSED_MILESTONES,
                        "/v1/cycles/" + row.uuid("cycle_id"),
                        row.bigint("reviews"))
                    .about(row.text("milestone")));
  }
}
