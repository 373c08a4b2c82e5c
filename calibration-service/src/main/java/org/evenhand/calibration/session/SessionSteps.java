package org.evenhand.calibration.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.jspecify.annotations.Nullable;

/** Who may take a step on a session. Each step comes to one fact, and answers the session. */
@ApplicationScoped
public class SessionSteps {

  private final Steps steps;
  private final SessionContexts contexts;

  SessionSteps(Steps steps, SessionContexts contexts) {
    this.steps = steps;
    this.contexts = contexts;
  }

  /** A member of any kind. */
  public SessionStep byMember(UUID id, @Nullable String ifMatch) {
    return new SessionStep(ofMember(id).permitAll().match(ifMatch, SessionContext::version));
  }

  /** Either facilitator, who may act now: the one of HR serves all units, the other has agreed. */
  public SessionStep byFacilitator(UUID id, @Nullable String ifMatch) {
    return new SessionStep(
        ofMember(id)
            .permit(SessionContext::requireFacilitator)
            .match(ifMatch, SessionContext::version),
        SessionContext::requireSeatTaken);
  }

  /** The co-facilitator, who may still have to agree. */
  public SessionStep byCoFacilitator(UUID id, @Nullable String ifMatch) {
    return new SessionStep(
        ofMember(id)
            .permit(SessionContext::requireCoFacilitator)
            .match(ifMatch, SessionContext::version));
  }

  /** Whoever may end a session and fill its seats: its facilitators, and hr-lead. */
  public SessionStep byOverseer(UUID id, @Nullable String ifMatch) {
    return new SessionStep(
        steps
            .load(db -> contexts.visible(db, id))
            .permit(SessionContext::requireOverseer)
            .match(ifMatch, SessionContext::version));
  }

  private Steps.Loaded<SessionContext> ofMember(UUID id) {
    return steps.load(db -> contexts.ofMember(db, id));
  }
}
