package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.analytics.counts.CountingLock;
import org.evenhand.analytics.directory.ErasureListener;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes from persons who were erased what replays have told of them. The rows stay under ids that
 * are nobody's: their block keeps its size.
 */
@ApplicationScoped
class Erasure implements ErasureListener {

  private static final String OUTCOMES =
      """
      delete from told_outcome where review_id in (
        select review_id from rating_fact where employee_id in (:employees)
        union select review_id from demographics.snapshot where employee_id in (:employees))
      """;

  private static final String PATHS =
      Unlinking.of("s.employee_id in (:employees) and s.replayed <> ''");

  @Override
  public Uni<Void> erased(Mutiny.Session session, Collection<UUID> employees) {
    return CountingLock.alone(session)
        .chain(() -> run(session, OUTCOMES, employees))
        .chain(() -> run(session, PATHS, employees));
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, Collection<UUID> employees) {
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("employees", employees)
        .executeUpdate()
        .replaceWithVoid();
  }
}
