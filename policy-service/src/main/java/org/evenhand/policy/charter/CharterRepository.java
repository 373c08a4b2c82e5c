package org.evenhand.policy.charter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Charters in the database. */
@ApplicationScoped
public class CharterRepository {

  /** Any number that no other advisory lock of this database uses. */
  private static final long CHARTERS = 0x45564e4348415254L;

  private static final String SEEN = "(:hr = true or c.state <> DRAFT)";

  /**
   * Makes charters change one at a time until the transaction ends: what becomes of one depends on
   * the others.
   */
  public Uni<Void> hold(Mutiny.Session session) {
    return Rows.unflushed(session, "select cast(pg_advisory_xact_lock(:lock) as text)")
        .bind("lock", CHARTERS)
        .run()
        .replaceWithVoid();
  }

  /**
   * @throws Problem 404 when it doesn't exist, or not for this reader
   */
  public Uni<Charter> charter(Mutiny.Session session, UUID id, boolean hr) {
    return session
        .find(Charter.class, id)
        .map(
            charter -> {
              if (charter == null || !charter.visible(hr)) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no such charter.");
              }
              return charter;
            });
  }

  public Uni<Optional<Charter>> inForce(Mutiny.Session session) {
    return session
        .createSelectionQuery("from Charter c where c.state = IN_FORCE", Charter.class)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  public Uni<Optional<Charter>> latest(Mutiny.Session session) {
    return session
        .createSelectionQuery("from Charter c order by c.number desc", Charter.class)
        .setMaxResults(1)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** Those that a charter ends by coming into force, the one before and what waited for its day. */
  public Uni<List<Charter>> endedBy(Mutiny.Session session, Charter charter) {
    return session
        .createSelectionQuery(
            "from Charter c where c.number < :number and c.state in (IN_FORCE, SIGNED)"
                + " order by c.number",
            Charter.class)
        .setParameter("number", charter.number())
        .getResultList();
  }

  public Uni<List<Charter>> after(Mutiny.Session session, int number, int most, boolean hr) {
    return session
        .createSelectionQuery(
            "from Charter c where c.number > :number and " + SEEN + " order by c.number",
            Charter.class)
        .setParameter("number", number)
        .setParameter("hr", hr)
        .setMaxResults(most)
        .getResultList();
  }

  public Uni<List<Charter>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from Charter c where c.id in :ids order by c.id", Charter.class)
        .setParameter("ids", ids)
        .getResultList();
  }
}
