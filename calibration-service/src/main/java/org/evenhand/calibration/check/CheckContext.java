package org.evenhand.calibration.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** A check, and who reads it or notes what came of it. */
record CheckContext(Mutiny.Session session, Check check, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  long version() {
    return check.version();
  }

  boolean isOwn() {
    return check.managerId().equals(actor());
  }

  /**
   * @throws Problem 403 to HR, who reads it
   */
  void requireOwn() {
    if (!isOwn()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "This is for the manager who looks.");
    }
  }

  List<String> actions() {
    return isOwn() ? CheckLifecycle.OF_CHECKS.operations(check.state()) : List.of();
  }
}
