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
 * Anchors that several appeals have turned on. review-service tells of one once, and not at the
 * moment of a decision; how many appeals it were is not repeated.
 */
@ApplicationScoped
class QuestionedAnchors implements AgendaSource {

  private static final String KEEP =
      """
      insert into questioned_anchor (policy_id, number, criterion, ordinal, told_at)
      values (:policy, :number, :criterion, :ordinal, :at)
      on conflict do nothing
      """;

  private static final String QUESTIONED =
      """
      select policy_id, number, criterion, ordinal from questioned_anchor where told_at >= :since
      """;

  /** What this service reads of {@code org.evenhand.anchor.questioned.v1}. */
  private record AnchorTold(
      @Nullable UUID policyId,
      @Nullable Integer policyVersion,
      @Nullable String criterion,
      @Nullable Integer ordinal,
      @Nullable Instant at) {}

  Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    AnchorTold told = event.as(AnchorTold.class);
    if (told.policyId() == null
        || told.policyVersion() == null
        || told.criterion() == null
        || told.ordinal() == null
        || told.at() == null) {
      throw new RefusedEvent("A questioned anchor names version, criterion, level, and when");
    }
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("policy", told.policyId())
        .setParameter("number", told.policyVersion())
        .setParameter("criterion", told.criterion())
        .setParameter("ordinal", told.ordinal())
        .setParameter("at", told.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, QUESTIONED)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .list(
            row ->
                AgendaItem.at(
                        AgendaTopic.QUESTIONED_ANCHORS,
                        "/v1/policies/%s/versions/%d"
                            .formatted(row.uuid("policy_id"), row.integer("number")),
                        1)
                    .about(row.text("criterion") + "/" + row.integer("ordinal")));
  }
}
