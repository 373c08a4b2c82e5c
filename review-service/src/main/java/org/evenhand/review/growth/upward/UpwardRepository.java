package org.evenhand.review.growth.upward;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads rounds, and what each of those who are asked has written. */
@ApplicationScoped
public class UpwardRepository {

  public Uni<Optional<UpwardRound>> find(Mutiny.Session session, UUID id) {
    return session.find(UpwardRound.class, id).map(Optional::ofNullable);
  }

  /** Held until the transaction ends: nobody writes meanwhile. */
  public Uni<Optional<UpwardRound>> hold(Mutiny.Session session, UUID id) {
    return session
        .find(UpwardRound.class, id, LockMode.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  public Uni<List<UpwardRound>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from UpwardRound u where u.id in (:ids) order by u.id", UpwardRound.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Of two who ask about a manager at the same time, the second finds what the first opened. */
  public Uni<Boolean> isAskedAbout(Mutiny.Session session, UUID manager) {
    return Rows.of(session, "select e.id from employee e where e.id = :manager for no key update")
        .bind("manager", manager)
        .run()
        .chain(() -> countOpen(session, manager))
        .map(open -> open > 0);
  }

  private static Uni<Long> countOpen(Mutiny.Session session, UUID manager) {
    return session
        .createSelectionQuery(
            "select count(u) from UpwardRound u where u.aboutId = :manager and u.state = OPEN",
            Long.class)
        .setParameter("manager", manager)
        .getSingleResult();
  }

  /** The part of somebody who is asked; the round doesn't end until the transaction does. */
  public Uni<Optional<UpwardWriter>> part(Mutiny.Session session, UUID round, UUID writer) {
    return Rows.of(session, "select u.id from upward_round u where u.id = :round for share")
        .bind("round", round)
        .run()
        .chain(
            () ->
                session
                    .createSelectionQuery(
                        "from UpwardWriter w where w.roundId = :round and w.writerId = :writer",
                        UpwardWriter.class)
                    .setParameter("round", round)
                    .setParameter("writer", writer)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such round, or you may not know of it.");
  }
}
