package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.anchor.BlindScores;
import org.evenhand.policy.anchor.LevelAgreements;
import org.evenhand.policy.calibration.CalibrationListener;
import org.evenhand.policy.content.CalibrationRules;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * In how many sessions of a cycle the raters agreed less than the policy aims at. Low agreement is
 * a note to the anchors of the policy, not to a person; few raters are not shown.
 */
@ApplicationScoped
class SessionAgreement implements CalibrationListener, AgendaSource {

  private static final String REVEALED = "org.evenhand.session.revealed.v1";

  private static final String KEEP =
      """
      insert into session_agreement (session_id, cycle_id, raters, alpha, revealed_at)
      values (:session, :cycle, :raters, :alpha, :at)
      on conflict do nothing
      """;

  /** Without a version that says otherwise, sessions aim at what versions aim at by default. */
  private static final String BY_CYCLE =
      """
      select a.cycle_id, count(*) as sessions,
        count(*) filter (where a.alpha < coalesce(
          cast(v.content -> 'calibration' ->> 'targetAgreement' as double precision),
          cast(:target as double precision))) as below
      from session_agreement a
        left join pinned_version p on p.cycle_id = a.cycle_id
        left join policy_version v on v.policy_id = p.policy_id and v.number = p.number
      group by a.cycle_id
      having max(a.revealed_at) >= :since and sum(a.raters) >= :least
      """;

  private final int leastGroup;
  private final LevelAgreements levels;

  SessionAgreement(PolicySettings settings, LevelAgreements levels) {
    this.levels = levels;
    this.leastGroup = settings.leastGroup();
  }

  @Override
  public Set<String> types() {
    return Set.of(REVEALED);
  }

  @Override
  public Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return take(session, RevealedSession.of(event), event.time());
  }

  private Uni<Void> take(Mutiny.Session session, RevealedSession revealed, Instant at) {
    BlindScores scores = revealed.blindScores();
    return keep(session, revealed, at)
        .chain(
            () ->
                scores == null
                    ? Uni.createFrom().voidItem()
                    : levels.keep(session, revealed.sessionId(), revealed.cycleId(), scores));
  }

  private static Uni<Void> keep(Mutiny.Session session, RevealedSession revealed, Instant at) {
    return revealed
        .measured()
        .map(
            alpha ->
                session
                    .createNativeQuery(KEEP, new AffectedEntities())
                    .setParameter("session", revealed.sessionId())
                    .setParameter("cycle", revealed.cycleId())
                    .setParameter("raters", revealed.agreement().raters())
                    .setParameter("alpha", alpha)
                    .setParameter("at", at.atOffset(ZoneOffset.UTC))
                    .executeUpdate()
                    .replaceWithVoid())
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, BY_CYCLE)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .bind("least", (long) leastGroup)
        .bind("target", CalibrationRules.TARGET.doubleValue())
        .list(
            row ->
                AgendaItem.at(
                        AgendaTopic.AGREEMENT,
                        "/v1/cycles/" + row.uuid("cycle_id"),
                        row.bigint("below"))
                    .outOf(row.bigint("sessions")));
  }
}
