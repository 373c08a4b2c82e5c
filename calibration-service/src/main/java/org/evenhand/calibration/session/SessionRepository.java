package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries for sessions and their samples. */
@ApplicationScoped
public class SessionRepository {

  /** One rule for a list and for a single session, so that they can't disagree. */
  private static final String SHOWN =
      """
      (:all
       or :person in (facilitator_id, co_facilitator_id)
       or :person = any (rater_ids)
       or (:lead and not above_or_self(:person, review_ids)))
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

  private static final String AMONG =
      """
      select id from calibration_session
      where id = any (cast(:ids as uuid[])) and %s
      """
          .formatted(SHOWN);

  private static final String HOLD =
      "select id from calibration_session where id = :id for no key update";

  /**
   * Which sessions somebody may know of.
   *
   * @param lead also those that they are no member of, but for their own record and chain above
   * @param all every one, as an auditor, who reads none of their content
   */
  record Shown(UUID person, boolean lead, boolean all) {

    static Shown to(Actor actor) {
      return new Shown(actor.person(), actor.lead(), actor.auditor() && !actor.lead());
    }

    static Shown toMember(Actor actor) {
      return new Shown(actor.person(), false, false);
    }

    private Rows of(Mutiny.Session db, String sql) {
      return Rows.of(db, sql).bind("person", person).bind("lead", lead).bind("all", all);
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
  public Uni<Session> get(Mutiny.Session db, UUID id) {
    return db.find(Session.class, id).onItem().ifNull().failWith(() -> hidden(id));
  }

  public Uni<Map<UUID, Session>> byId(Mutiny.Session db, Set<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : db.createSelectionQuery("from Session where id in (:ids)", Session.class)
            .setParameter("ids", ids)
            .getResultList()
            .map(
                found ->
                    found.stream().collect(Collectors.toMap(Session::id, Function.identity())));
  }

  /** Those of the sessions that somebody may know of. */
  public Uni<Set<UUID>> shown(Mutiny.Session db, Actor actor, Set<UUID> ids) {
    return Shown.to(actor)
        .of(db, AMONG)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /**
   * Nobody else changes the session until the commit. For what rests on the session as it is, and
   * doesn't change its version.
   */
  public Uni<Void> hold(Mutiny.Session db, UUID id) {
    return Rows.unflushed(db, HOLD).bind("id", id).run();
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

  public Uni<List<Sample>> samples(Mutiny.Session db, UUID sessionId) {
    return db.createSelectionQuery(
            "from Sample where sessionId = :session order by position", Sample.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** The reviews that are scored blind: of the samples, or of the plan while there are none. */
  public Uni<List<UUID>> scored(Mutiny.Session db, Session session) {
    return samples(db, session.id())
        .map(
            samples ->
                samples.isEmpty()
                    ? session.reviewIds()
                    : samples.stream().filter(Sample::blind).map(Sample::reviewId).toList());
  }

  /** A sample of this session, and of no other. */
  public Uni<Sample> sample(Mutiny.Session db, Session session, UUID sampleId) {
    return db.find(Sample.class, sampleId)
        .map(
            sample -> {
              if (sample == null || !sample.sessionId().equals(session.id())) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no sample " + sampleId);
              }
              return sample;
            });
  }

  /**
   * The sample of a review that the session decides.
   *
   * @throws Problem 422 when it is none of the session
   */
  public Uni<Sample> ofReview(Mutiny.Session db, UUID sessionId, UUID reviewId) {
    return db.createSelectionQuery(
            "from Sample where sessionId = :session and reviewId = :review", Sample.class)
        .setParameter("session", sessionId)
        .setParameter("review", reviewId)
        .getSingleResultOrNull()
        .onItem()
        .ifNull()
        .failWith(
            () ->
                Problem.of(
                    CalibrationProblem.REVIEW_NOT_IN_SESSION,
                    "The session decides no review " + reviewId));
  }
}
