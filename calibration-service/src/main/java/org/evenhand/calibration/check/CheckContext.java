package org.evenhand.calibration.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.obligation.CheckKind;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A check, and who reads it or notes what came of it.
 *
 * @param owed whether something is still owed of its quarter
 * @param gone whether nothing is left of what it looks at
 */
record CheckContext(
    Mutiny.Session session, Check check, Actor caller, boolean owed, boolean gone, Instant at)
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

  /**
   * @throws Problem 409 where nothing is owed of its quarter any more
   */
  void requireOwed() {
    if (!owed) {
      throw conflict("Nothing is owed of this quarter any more.");
    }
  }

  /**
   * @throws Problem 409 where it can be looked at
   */
  void requireGone() {
    if (!gone) {
      throw conflict("What it looks at is still there.");
    }
  }

  private Problem conflict(String detail) {
    return Problem.of(CommonProblem.STATE_CONFLICT, detail).allowing(actions());
  }

  /** Whether the manager may read the text that it looks at. */
  boolean isRead() {
    return isOwn()
        && owed
        && !gone
        && check.kind() == CheckKind.PEER
        && check.state() == CheckState.BEGUN;
  }

  List<String> actions() {
    return isOwn() && owed
        ? CheckLifecycle.OF_CHECKS.operations(check.state()).stream()
            .filter(operation -> gone || !operation.equals(CheckLifecycle.RETURN))
            .toList()
        : List.of();
  }
}
