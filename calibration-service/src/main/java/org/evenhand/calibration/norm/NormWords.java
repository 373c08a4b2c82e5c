package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.redaction.NearSession;
import org.evenhand.calibration.redaction.Redaction;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
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
  private final NearSession near;
  private final Redaction redaction;

  NormWords(
      Mutiny.SessionFactory factory,
      SessionContexts sessions,
      NearSession near,
      Redaction redaction) {
    this.factory = factory;
    this.sessions = sessions;
    this.near = near;
    this.redaction = redaction;
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
                    .chain(context -> near.of(db, context.calibration())))
        .chain(people -> redaction.of(List.of(wanted.sentence()), people))
        .map(left -> wanted.saying(left.apply(wanted.sentence())));
  }
}
