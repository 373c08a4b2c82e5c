package org.evenhand.review.review;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads reviews; everything that belongs to one comes with it. */
@ApplicationScoped
public class ReviewRepository {

  static final String FINGERPRINT =
      """
      encode(sha256(convert_to(coalesce(string_agg(
        concat_ws(' ', r.id, r.revision, r.phase), ',' order by r.id), ''), 'UTF8')), 'hex')
      """;

  private static final UUID LOWEST = new UUID(0, 0);

  public Uni<Optional<Review>> find(Mutiny.Session session, UUID id) {
    return session.find(Review.class, id).map(Optional::ofNullable);
  }

  /** Those that exist, in the order of their ids; a single one may be in the session already. */
  public Uni<List<Review>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    if (ids.size() == 1) {
      return find(session, ids.iterator().next()).map(found -> found.stream().toList());
    }
    return session
        .createSelectionQuery("from Review r where r.id in (:ids) order by r.id", Review.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /**
   * Those that exist, locked in the order of their ids: whoever else wants some of them waits, and
   * two who want the same do not wait for each other.
   */
  public Uni<List<Review>> locked(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery("from Review r where r.id in (:ids) order by r.id", Review.class)
        .setParameter("ids", ids)
        .setLockMode(LockMode.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** All that a calibration session holds. */
  public Uni<List<Review>> heldBy(Mutiny.Session session, UUID sessionId) {
    return session
        .createSelectionQuery(
            "from Review r where r.sessionId = :session and r.phase = IN_CALIBRATION order by r.id",
            Review.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** The next reviews of a cycle in one of the phases, after the last one seen. */
  public Uni<List<Review>> chunk(
      Mutiny.Session session,
      UUID cycleId,
      Set<ReviewPhase> phases,
      @Nullable UUID after,
      int limit) {
    return session
        .createSelectionQuery(
            """
            from Review r where r.cycleId = :cycle and r.phase in (:phases) and r.id > :after
            order by r.id
            """,
            Review.class)
        .setParameter("cycle", cycleId)
        .setParameter("phases", phases)
        .setParameter("after", after == null ? LOWEST : after)
        .setMaxResults(limit)
        .getResultList();
  }

  public Uni<Long> count(Mutiny.Session session, UUID cycleId, Set<ReviewPhase> phases) {
    return session
        .createSelectionQuery(
            "select count(r) from Review r where r.cycleId = :cycle and r.phase in (:phases)",
            Long.class)
        .setParameter("cycle", cycleId)
        .setParameter("phases", phases)
        .getSingleResult();
  }

  /**
   * Tells a set of reviews from every other: those in these phases, each in its revision. What a
   * review came to doesn't change as long as it has the same revision and phase. Analytics works it
   * out too, of the events that it has heard: the form of the text is part of what we tell.
   */
  public Uni<String> fingerprint(Mutiny.Session session, UUID cycleId, Set<ReviewPhase> phases) {
    return Rows.of(
            session,
            "select %s as hash from review r where r.cycle_id = :cycle and r.phase in (:phases)"
                .formatted(FINGERPRINT))
        .bind("cycle", cycleId)
        .bind("phases", phases.stream().map(Enum::name).toList())
        .one(row -> row.text("hash"));
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such review, or you may not know of it.");
  }
}
