package org.evenhand.review.growth.guide;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads guides. There is one for each situation from the start. */
@ApplicationScoped
class GuideRepository {

  Uni<ConversationGuide> get(Mutiny.Session session, Situation situation) {
    return session
        .createSelectionQuery(
            "from ConversationGuide g where g.situation = :situation", ConversationGuide.class)
        .setParameter("situation", situation)
        .getSingleResult();
  }

  /** As {@link #get}; nobody else changes it until the transaction ends. */
  Uni<ConversationGuide> hold(Mutiny.Session session, Situation situation) {
    return session
        .createSelectionQuery(
            "from ConversationGuide g where g.situation = :situation", ConversationGuide.class)
        .setParameter("situation", situation)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }

  Uni<List<ConversationGuide>> all(Mutiny.Session session) {
    return session
        .createSelectionQuery(
            "from ConversationGuide g order by g.situation", ConversationGuide.class)
        .getResultList();
  }

  /** What holds now, of those guides that say anything yet. */
  Uni<List<GuideVersion>> inForce(Mutiny.Session session) {
    return session
        .createSelectionQuery(
            "from GuideVersion v where v.number = (select g.edition from ConversationGuide g"
                + " where g.situation = v.situation)",
            GuideVersion.class)
        .getResultList();
  }

  /**
   * The latest first.
   *
   * @param before versions with a smaller number
   */
  Uni<List<GuideVersion>> versions(
      Mutiny.Session session, Situation situation, int before, int limit) {
    return session
        .createSelectionQuery(
            "from GuideVersion v where v.situation = :situation and v.number < :before"
                + " order by v.number desc",
            GuideVersion.class)
        .setParameter("situation", situation)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }
}
