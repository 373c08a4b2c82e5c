package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replays in the database. */
@ApplicationScoped
public class ReplayRepository {

  /** The one that review-service tells of, held against an edit at the same moment. */
  public Uni<Optional<ImpactReplay>> hold(Mutiny.Session session, UUID id) {
    return session
        .find(ImpactReplay.class, id, LockModeType.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  /**
   * @throws Problem 404
   */
  public Uni<ImpactReplay> get(Mutiny.Session session, UUID versionId, int number) {
    return session
        .createSelectionQuery(
            "from ImpactReplay r where r.versionId = :version and r.number = :number",
            ImpactReplay.class)
        .setParameter("version", versionId)
        .setParameter("number", number)
        .getSingleResultOrNull()
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(CommonProblem.NOT_FOUND, "There is no such replay."));
  }

  public Uni<List<ImpactReplay>> after(
      Mutiny.Session session, UUID versionId, int number, int most) {
    return session
        .createSelectionQuery(
            "from ImpactReplay r where r.versionId = :version and r.number > :number"
                + " order by r.number",
            ImpactReplay.class)
        .setParameter("version", versionId)
        .setParameter("number", number)
        .setMaxResults(most)
        .getResultList();
  }

  /** All of a version, held against what review-service tells at the same moment. */
  public Uni<List<ImpactReplay>> holdAll(Mutiny.Session session, UUID versionId) {
    return session
        .createSelectionQuery(
            "from ImpactReplay r where r.versionId = :version order by r.number",
            ImpactReplay.class)
        .setParameter("version", versionId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public Uni<List<ImpactReplay>> of(Mutiny.Session session, UUID versionId) {
    return session
        .createSelectionQuery(
            "from ImpactReplay r where r.versionId = :version order by r.number",
            ImpactReplay.class)
        .setParameter("version", versionId)
        .getResultList();
  }
}
