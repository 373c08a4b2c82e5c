package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Queries for sessions, their samples and scores. */
@ApplicationScoped
class SessionRepository {

  private static final String LIST =
      """
      select * from calibration_session
      where cycle_id = coalesce(cast(:cycle as uuid), cycle_id)
        and (cast(:after as uuid) is null or id > cast(:after as uuid))
        and (cast(:member as uuid) is null
             or cast(:member as uuid) in (facilitator_id, co_facilitator_id)
             or cast(:member as uuid) = any (rater_ids))
      order by id
      """;

  Uni<Session> get(Mutiny.Session db, UUID id) {
    return db.find(Session.class, id)
        .onItem()
        .ifNull()
        .failWith(
            () -> Problem.of(CommonProblem.NOT_FOUND, "There is no calibration session " + id));
  }

  /** By id, after a given one; of one person, or all. */
  Uni<List<Session>> list(
      Mutiny.Session db,
      Optional<UUID> cycle,
      Optional<UUID> after,
      @Nullable UUID member,
      int limit) {
    return db.createNativeQuery(LIST, Session.class)
        .setParameter("cycle", cycle.map(UUID::toString).orElse(null))
        .setParameter("after", after.map(UUID::toString).orElse(null))
        .setParameter("member", member == null ? null : member.toString())
        .setMaxResults(limit)
        .getResultList();
  }

  Uni<List<Sample>> samples(Mutiny.Session db, UUID sessionId) {
    return db.createSelectionQuery(
            "from Sample where sessionId = :session order by position", Sample.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  Uni<List<Score>> scores(Mutiny.Session db, UUID sessionId) {
    return db.createSelectionQuery(
            "from Score where key.sampleId in (select id from Sample where sessionId = :session)",
            Score.class)
        .setParameter("session", sessionId)
        .getResultList();
  }
}
