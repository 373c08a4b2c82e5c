package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.access.Audit;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a judgement has to know of those before it, and which come after it. */
@ApplicationScoped
class JudgementRepository {

  // What a judgement of the same cycle has ended is past. What one of a later cycle has cleared
  // is still what its own cycle came to.
  private static final String UPHELD =
      """
      select f.* from finding f
      left join judgement j on j.id = cast(f.clearing ->> 'judgementId' as uuid)
      where f.cycle_id in (:cycles) and j.cycle_id is distinct from f.cycle_id
      order by f.id
      """;

  private static final String LATER =
      """
      select distinct coalesce(c.effective_at, c.first_at) as at, c.cycle_id
      from cycle now
      join cycle c on coalesce(c.effective_at, c.first_at) > coalesce(now.effective_at, now.first_at)
        and (c.policy_id is null or now.policy_id is null or c.policy_id = now.policy_id)
      where now.cycle_id in (:cycles) and c.origin = 'HISTORY'
      order by 1, 2
      """;

  private static final String EARLIER =
      """
      select c.cycle_id,
             rank() over (order by coalesce(c.effective_at, c.first_at) desc) = 1 as just_before
      from cycle now
      join cycle c on coalesce(c.effective_at, c.first_at) < coalesce(now.effective_at, now.first_at)
        and (c.policy_id is null or now.policy_id is null or c.policy_id = now.policy_id)
      where now.cycle_id = :cycle
        and exists (select 1 from judgement j where j.cycle_id = c.cycle_id)
      """;

  private static final String EARLIER_AUDITS =
      """
      select id, year = cast(:year as int) - 1 as just_before from access_audit
      where kind = :kind and year < :year
      """;

  Uni<Optional<Judgement>> lastJudgement(Mutiny.Session session, UUID cycleId) {
    return session
        .createSelectionQuery(
            "from Judgement j where j.cycleId = :cycle order by j.number desc", Judgement.class)
        .setParameter("cycle", cycleId)
        .setMaxResults(1)
        .getResultList()
        .map(found -> found.stream().findFirst());
  }

  /**
   * A judged cycle whose ratings count from an earlier day.
   *
   * @param justBefore whether no other one comes between
   */
  record Earlier(UUID cycle, boolean justBefore) {}

  /**
   * The earlier cycles under the same line of policies. What is not known of a line does not part
   * two cycles.
   */
  Uni<List<Earlier>> earlier(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, EARLIER)
        .bind("cycle", cycle.id())
        .list(row -> new Earlier(row.uuid("cycle_id"), row.flag("just_before")));
  }

  /** The audits of the same kind of opportunities in earlier years. */
  Uni<List<Earlier>> earlier(Mutiny.Session session, Audit audit) {
    return Rows.of(session, EARLIER_AUDITS)
        .bind("kind", audit.kind().name())
        .bind("year", audit.year().year())
        .list(row -> new Earlier(row.uuid("id"), row.flag("just_before")));
  }

  /** What the last judgements of these cycles came to, whatever became of it since. */
  Uni<List<Finding>> upheld(Mutiny.Session session, Set<UUID> cycles) {
    return session
        .createNativeQuery(UPHELD, Finding.class)
        .setParameter("cycles", cycles)
        .getResultList();
  }

  Uni<Set<UUID>> judgementsOf(Mutiny.Session session, Cycle cycle) {
    return session
        .createSelectionQuery("select j.id from Judgement j where j.cycleId = :cycle", UUID.class)
        .setParameter("cycle", cycle.id())
        .getResultList()
        .map(Set::copyOf);
  }

  /** The imported years that come after any of these under the same line, in their order. */
  Uni<List<UUID>> importedLater(Mutiny.Session session, Set<UUID> cycles) {
    return Rows.of(session, LATER).bind("cycles", cycles).list(row -> row.uuid("cycle_id"));
  }
}
