package org.evenhand.calibration.session.deliberation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionState;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reasons in words, which don't travel in events. */
@ApplicationScoped
class DecisionReasons {

  private static final Set<SessionState> DECIDED =
      EnumSet.of(SessionState.LOCKED, SessionState.PUBLISHED, SessionState.READY);

  private final Mutiny.SessionFactory factory;
  private final SessionRepository sessions;

  DecisionReasons(Mutiny.SessionFactory factory, SessionRepository sessions) {
    this.factory = factory;
    this.sessions = sessions;
  }

  /**
   * @throws Problem 409 before the session has decided
   */
  Uni<Decisions> of(UUID id) {
    return factory.withTransaction(
        db ->
            sessions
                .get(db, id)
                .invoke(DecisionReasons::requireDecided)
                .chain(
                    session ->
                        sessions.samples(db, id).map(samples -> Decisions.of(session, samples))));
  }

  private static void requireDecided(Session session) {
    if (!DECIDED.contains(session.state())) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "The session is not decided yet.");
    }
  }
}
