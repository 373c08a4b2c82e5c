package org.evenhand.policy.guidance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Requests in the database. There is no query for those of others. */
@ApplicationScoped
public class GuidanceRepository {

  private static final String ESCALATED =
      """
      select 1 from duty d where d.subject = :id and d.kind = 'GUIDANCE_ANSWER'
        and d.closed_at is null and d.state = 'ESCALATED'
      """;

  private static final String OWED_BY_CLAIMERS =
      """
      select g.id from duty d join guidance_request g on g.id = d.subject
      where d.kind = 'GUIDANCE_ANSWER' and d.closed_at is null and g.state = 'CLAIMED'
        and d.holder_id = g.claimer_id
      order by g.id
      """;

  public Uni<Optional<GuidanceRequest>> find(Mutiny.Session session, UUID id) {
    return session.find(GuidanceRequest.class, id).map(Optional::ofNullable);
  }

  /** Locked against every other step on it. */
  public Uni<Optional<GuidanceRequest>> hold(Mutiny.Session session, UUID id) {
    return session
        .find(GuidanceRequest.class, id, LockModeType.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  public Uni<List<GuidanceRequest>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery(
            "from GuidanceRequest g where g.id in :ids order by g.id", GuidanceRequest.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Those that somebody has asked or claimed. */
  public Uni<List<GuidanceRequest>> own(Mutiny.Session session, UUID person, UUID last, int most) {
    return session
        .createSelectionQuery(
            "from GuidanceRequest g where (g.askerId = :person or g.claimerId = :person)"
                + " and g.id > :last order by g.id",
            GuidanceRequest.class)
        .setParameter("person", person)
        .setParameter("last", last)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those that wait for an answer which these people have asked, locked. */
  public Uni<List<GuidanceRequest>> holdWaitingOf(Mutiny.Session session, Collection<UUID> askers) {
    return held(session, "g.askerId in :people and g.state in (ASKED, CLAIMED)", askers);
  }

  /** All that these people have asked and that has words, locked. */
  public Uni<List<GuidanceRequest>> holdAllOf(Mutiny.Session session, Collection<UUID> askers) {
    return held(session, "g.askerId in :people", askers);
  }

  private static Uni<List<GuidanceRequest>> held(
      Mutiny.Session session, String which, Collection<UUID> people) {
    return session
        .createSelectionQuery(
            "from GuidanceRequest g where " + which + " order by g.id", GuidanceRequest.class)
        .setParameter("people", people)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Nobody changes these meanwhile, or answers with their words. */
  public Uni<Void> lock(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.of(
            session,
            "select g.id from guidance_request g where g.id = any (cast(:ids as uuid[]))"
                + " order by g.id for update")
        .bind("ids", ids.toArray(UUID[]::new))
        .run();
  }

  /** Those that were answered since a time. */
  public Uni<List<GuidanceRequest>> answeredSince(Mutiny.Session session, Instant since) {
    return session
        .createSelectionQuery(
            "from GuidanceRequest g where g.answeredAt > :since order by g.id",
            GuidanceRequest.class)
        .setParameter("since", since)
        .getResultList();
  }

  /** Those whose answer is owed by whoever claimed them. */
  public Uni<List<GuidanceRequest>> owedByClaimers(Mutiny.Session session) {
    return Rows.of(session, OWED_BY_CLAIMERS)
        .list(row -> row.uuid("id"))
        .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : byIds(session, ids));
  }

  /** Whether its answer is so late that HR leads have heard of it. */
  public Uni<Boolean> isEscalated(Mutiny.Session session, UUID id) {
    return Rows.of(session, ESCALATED).bind("id", id).any();
  }

  /** Of one that isn't there, and of one of which the caller may not know. */
  public static Problem notFound() {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no such guidance request.");
  }
}
