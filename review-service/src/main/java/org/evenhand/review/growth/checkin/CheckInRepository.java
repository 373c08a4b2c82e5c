package org.evenhand.review.growth.checkin;

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

/** Loads check-ins. */
@ApplicationScoped
public class CheckInRepository {

  public Uni<Optional<CheckIn>> find(Mutiny.Session session, UUID id) {
    return session.find(CheckIn.class, id).map(Optional::ofNullable);
  }

  /** In the order of their ids. */
  public Uni<List<CheckIn>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from CheckIn c where c.id in (:ids) order by c.id", CheckIn.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Lets one plan for an assignment at a time, so that there is one next check-in. */
  public Uni<Boolean> isPlanned(Mutiny.Session session, UUID assignment) {
    return Rows.of(
            session,
            "select cast(pg_advisory_xact_lock(hashtextextended(:lock, 0)) as text) as held")
        .bind("lock", "check-in " + assignment)
        .run()
        .chain(
            () ->
                Rows.of(
                        session,
                        "select id from check_in"
                            + " where assignment_id = :assignment and state = 'PLANNED'")
                    .bind("assignment", assignment)
                    .any());
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such check-in, or you may not know of it.");
  }
}
