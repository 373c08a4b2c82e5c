package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.evenhand.calibration.pool.Pool;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes names, units, places and dates out of the sentence of a norm before anybody reads it:
 * everybody will, and other services keep it for good. What a norm says is about an anchor; this is
 * for those who forget it.
 */
@ApplicationScoped
class NormWords {

  private final Mutiny.SessionFactory factory;
  private final SessionContexts sessions;
  private final Pool pool;
  private final Redactor redactor;

  NormWords(
      Mutiny.SessionFactory factory,
      SessionContexts sessions,
      Pool pool,
      @RestClient Redactor redactor) {
    this.factory = factory;
    this.sessions = sessions;
    this.pool = pool;
    this.redactor = redactor;
  }

  /**
   * Before the transaction of the norm, because a slow neighbour must not hold a connection.
   *
   * @throws Problem 503 while review-service is away: the sentence isn't stored as it is
   */
  Uni<NewNorm> redacted(UUID session, NewNorm wanted) {
    return factory
        .withTransaction(
            db ->
                sessions
                    .ofMember(db, session)
                    .invoke(SessionContext::requireServing)
                    .invoke(Norms::requireRevealed)
                    .chain(context -> near(db, context.calibration())))
        .chain(near -> redacted(new Redactor.Sentence(wanted.sentence(), near)))
        .map(wanted::saying);
  }

  private Uni<String> redacted(Redactor.Sentence sentence) {
    return redactor
        .redact(sentence)
        .map(Redactor.Redacted::text)
        .onFailure()
        .transform(
            failure ->
                Problem.of(
                    CommonProblem.DEPENDENCY_UNAVAILABLE,
                    "review-service doesn't answer, which takes names out of the sentence. Try"
                        + " again."));
  }

  /** The members, and the people of the reviews. */
  private Uni<Collection<UUID>> near(Mutiny.Session db, Session session) {
    return pool.peopleOf(db, session.reviewIds())
        .map(
            people -> {
              Set<UUID> near = new LinkedHashSet<>(session.members().ever());
              near.addAll(people);
              return near;
            });
  }
}
