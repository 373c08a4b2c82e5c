package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries for sessions, their samples and scores. */
@ApplicationScoped
class SessionRepository {

  /** One rule for a list and for a single session, so that they can't disagree. */
  private static final String SHOWN =
      """
      (:all
       or cast(:person as uuid) in (facilitator_id, co_facilitator_id)
       or cast(:person as uuid) = any (rater_ids)
       or (:lead and not above_or_self(cast(:person as uuid), review_ids)))
      """;

  private static final String LIST =
      """
      select id from calibration_session
      where cycle_id = coalesce(cast(:cycle as uuid), cycle_id)
        and (cast(:after as uuid) is null or id > cast(:after as uuid))
        and %s
      order by id
      """
          .formatted(SHOWN);

  private static final String ONE =
      "select id from calibration_session where id = :id and %s".formatted(SHOWN);

  /**
   * Which sessions somebody may know of.
   *
   * @param lead also those that they are no member of, but for their own record and chain above
   * @param all every one, as an auditor, who reads none of their content
   */
  record Shown(Optional<UUID> person, boolean lead, boolean all) {

    private Rows of(Mutiny.Session db, String sql) {
      return Rows.of(db, sql)
          .bind("person", person.map(UUID::toString).orElse(null))
          .bind("lead", lead)
          .bind("all", all);
    }
  }

  /**
   * @throws Problem 404, whether it isn't there or isn't shown
   */
  Uni<Session> get(Mutiny.Session db, UUID id, Shown shown) {
    return shown
        .of(db, ONE)
        .bind("id", id)
        .any()
        .invoke(
            found -> {
              if (!found) {
                throw hidden(id);
              }
            })
        .chain(() -> get(db, id));
  }

  /** Whoever asks. */
  Uni<Session> get(Mutiny.Session db, UUID id) {
    return db.find(Session.class, id).onItem().ifNull().failWith(() -> hidden(id));
  }

  private static Problem hidden(UUID id) {
    return Problem.of(CommonProblem.NOT_FOUND, "There is no calibration session " + id);
  }

  /** By id, after a given one. */
  Uni<List<Session>> list(
      Mutiny.Session db, Optional<UUID> cycle, Optional<UUID> after, Shown shown, int limit) {
    return shown
        .of(db, LIST)
        .bind("cycle", cycle.map(UUID::toString).orElse(null))
        .bind("after", after.map(UUID::toString).orElse(null))
        .limit(limit)
        .list(row -> row.uuid("id"))
        .chain(
            ids ->
                ids.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : db.createSelectionQuery(
                            "from Session where id in (:ids) order by id", Session.class)
                        .setParameter("ids", ids)
                        .getResultList());
  }

  Uni<List<Sample>> samples(Mutiny.Session db, UUID sessionId) {
    return db.createSelectionQuery(
            "from Sample where sessionId = :session order by position", Sample.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** The reviews that are scored blind: of the samples, or while there are none of the plan. */
  Uni<List<UUID>> scored(Mutiny.Session db, Session session) {
    return samples(db, session.id())
        .map(
            samples ->
                samples.isEmpty()
                    ? session.reviewIds()
                    : samples.stream().filter(Sample::blind).map(Sample::reviewId).toList());
  }

  /** A sample of this session, and of no other. */
  Uni<Sample> sample(Mutiny.Session db, Session session, UUID sampleId) {
    return db.find(Sample.class, sampleId)
        .map(
            sample -> {
              if (sample == null || !sample.sessionId().equals(session.id())) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no sample " + sampleId);
              }
              return sample;
            });
  }

  Uni<List<Score>> scores(Mutiny.Session db, UUID sessionId) {
    return db.createSelectionQuery(
            "from Score where key.sampleId in (select id from Sample where sessionId = :session)",
            Score.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** What leaves the session is gone from it, with the scores that it was given. */
  Uni<Void> remove(Mutiny.Session db, Sample sample) {
    return db.createMutationQuery("delete from Score where key.sampleId = :sample")
        .setParameter("sample", sample.id())
        .executeUpdate()
        .chain(() -> db.remove(sample));
  }
}
