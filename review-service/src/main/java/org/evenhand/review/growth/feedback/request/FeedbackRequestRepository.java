package org.evenhand.review.growth.feedback.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads requests. */
@ApplicationScoped
public class FeedbackRequestRepository {

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String POINTLESS =
      """
      select q.id from feedback_request q
      where q.state = 'ASKED'
        and (%s or q.about_id <> q.asker_id and not exists (select 1 from reporting_line near
              where near.above = q.asker_id and near.employee = q.about_id
                and near.relationship = 'LINE' and near.depth = 1))
      """
          .formatted(
              Exits.since("any(array[q.asker_id, q.asked_id, q.about_id])", "q.status_seen"));

  /** Held until the transaction ends: two who answer it at the same time answer it once. */
  public Uni<Optional<FeedbackRequest>> hold(Mutiny.Session session, UUID id) {
    return session
        .find(FeedbackRequest.class, id, LockMode.PESSIMISTIC_WRITE)
        .map(Optional::ofNullable);
  }

  Uni<Optional<FeedbackRequest>> find(Mutiny.Session session, UUID id) {
    return session.find(FeedbackRequest.class, id).map(Optional::ofNullable);
  }

  Uni<List<FeedbackRequest>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery(
            "from FeedbackRequest q where q.id in (:ids) order by q.id", FeedbackRequest.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Those that somebody has asked, is asked, or are about them, in the order of their ids. */
  Uni<List<FeedbackRequest>> of(
      Mutiny.Session session, UUID person, @Nullable UUID after, int limit) {
    return session
        .createSelectionQuery(
            "from FeedbackRequest q where q.id > :after and (q.askerId = :person"
                + " or q.askedId = :person or q.aboutId = :person) order by q.id",
            FeedbackRequest.class)
        .setParameter("after", after == null ? LOWEST : after)
        .setParameter("person", person)
        .setMaxResults(limit)
        .getResultList();
  }

  /** How many wait for somebody; whoever asks them at the same time counts after this one. */
  Uni<Long> openOf(Mutiny.Session session, UUID asked) {
    return Rows.of(session, "select e.id from employee e where e.id = :asked for no key update")
        .bind("asked", asked)
        .run()
        .chain(
            () ->
                session
                    .createSelectionQuery(
                        "select count(q) from FeedbackRequest q"
                            + " where q.askedId = :asked and q.state = ASKED",
                        Long.class)
                    .setParameter("asked", asked)
                    .getSingleResult());
  }

  /** Those that wait though nobody can answer them any more, or for nobody who may read it. */
  Uni<List<UUID>> pointless(Mutiny.Session session, int most) {
    return Rows.of(session, POINTLESS + " order by q.id").limit(most).list(row -> row.uuid("id"));
  }

  public Uni<Boolean> isPointless(Mutiny.Session session, UUID id) {
    return Rows.of(session, POINTLESS + " and q.id = :id").bind("id", id).any();
  }

  static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such request, or you may not know of it.");
  }
}
