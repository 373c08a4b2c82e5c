package org.evenhand.calibration.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.kit.data.duty.DutyState;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * An obligation, and who reads it or works it off.
 *
 * @param duty how it stands; empty where nothing was ever owed
 */
public record ObligationContext(
    Mutiny.Session session,
    Obligation obligation,
    Optional<Standing> duty,
    Actor caller,
    Instant at)
    implements Steps.Context {

  static final String BEGIN = "beginCalibrationCheck";

  /** How the duty stands, and until when there is time. */
  record Standing(DutyState state, LocalDate dueOn) {}

  @Override
  public UUID actor() {
    return caller.person();
  }

  /**
   * @throws Problem 403 to HR, who reads it
   */
  public void requireOwn() {
    if (!isOwn()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "This is for the manager who owes it.");
    }
  }

  /**
   * @throws Problem 409 where nothing is owed any more
   */
  public void requireOpen() {
    if (!isOpen()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "Nothing is owed of this quarter any more.")
          .allowing(List.of());
    }
  }

  public boolean isOwn() {
    return obligation.managerId().equals(actor());
  }

  /** Whether the caller can still begin a check of it. */
  boolean isWorkedOff() {
    return isOwn() && isUnbegun();
  }

  /** Whether somebody else can, which the caller reads. */
  boolean isOverseen() {
    return !isOwn() && isUnbegun();
  }

  private boolean isUnbegun() {
    return isOpen() && !obligation.isBegun();
  }

  private boolean isOpen() {
    return duty.filter(standing -> standing.state().isOpen()).isPresent();
  }

  List<String> actions() {
    return isWorkedOff() ? List.of(BEGIN) : List.of();
  }
}
