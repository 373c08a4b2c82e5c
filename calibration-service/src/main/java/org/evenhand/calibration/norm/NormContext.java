package org.evenhand.calibration.norm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.session.Session;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** A norm, the session that it comes from, and who reads it or agrees to it. */
record NormContext(Mutiny.Session session, Norm norm, Session of, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  long version() {
    return norm.version();
  }

  boolean isMember() {
    return of.members().contains(actor());
  }

  /**
   * @throws Problem 403
   */
  void requireMember() {
    if (!isMember()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "This is for those who sit in its session.");
    }
  }

  List<String> actions() {
    return norm.state() == NormState.PROPOSED && isMember() && !norm.hasAgreed(actor())
        ? List.of(NormLifecycle.AGREE)
        : List.of();
  }
}
