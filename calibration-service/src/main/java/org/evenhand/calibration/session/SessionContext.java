package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.training.Occasion;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A session, and who reads it or takes a step on it.
 *
 * @param session of the database
 * @param unserved how many of its reviews are of units that its facilitator doesn't serve today,
 *     where it is the facilitator who calls; hr-lead serves all
 */
public record SessionContext(
    Mutiny.Session session, Session calibration, Actor caller, int unserved, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  long version() {
    return calibration.version();
  }

  /** An exercise is no part of the cycle that its texts come from. */
  public Occasion occasion() {
    return calibration.isExercise()
        ? new Occasion(calibration.cycleId(), at)
        : Occasion.ofCycle(calibration.cycleId());
  }

  public boolean isByFacilitator() {
    return calibration.members().facilitates(actor());
  }

  /**
   * HR reads and acts only where it serves, on that day. A seat that was right when it was taken
   * opens nothing afterwards.
   *
   * @throws Problem 403
   */
  public void requireServing() {
    if (unserved > 0) {
      throw Problem.of(
          CalibrationProblem.UNITS_NOT_SERVED,
          "%d of the session's reviews are of units that you don't serve today: pass the"
                  .formatted(unserved)
              + " seat on, or cancel the session.");
    }
  }

  /**
   * @throws Problem 403 to a rater, and to a facilitator who doesn't serve the units any more
   */
  void requireFacilitator() {
    require(isByFacilitator(), "This is for the facilitators.");
    requireServing();
  }

  /**
   * @throws Problem 403
   */
  void requireCoFacilitator() {
    require(calibration.members().isCoFacilitator(actor()), "This is for the co-facilitator.");
  }

  /**
   * @throws Problem 403
   */
  void requireOverseer() {
    require(calibration.isOverseenBy(caller), "This is for the facilitators and hr-lead.");
  }

  /**
   * @throws Problem 403
   */
  public void requireRater() {
    require(calibration.members().isRater(actor()), "Only the raters of the session score.");
  }

  private static void require(boolean permitted, String otherwise) {
    if (!permitted) {
      throw Problem.of(CommonProblem.FORBIDDEN, otherwise);
    }
  }

  /**
   * @throws Problem 409 to a co-facilitator who has not taken the seat
   */
  public void requireSeatTaken() {
    if (calibration.members().isCoFacilitator(actor()) && !calibration.members().isAgreed()) {
      throw notAgreed("Take the seat first: agree to hold the session beside its facilitator.");
    }
  }

  /**
   * @throws Problem 409 while the co-facilitator has not agreed, whoever calls
   */
  public void requireAgreed(String otherwise) {
    if (!calibration.members().isAgreed()) {
      throw notAgreed(otherwise);
    }
  }

  private static Problem notAgreed(String detail) {
    return Problem.of(CalibrationProblem.CO_FACILITATOR_NOT_AGREED, detail)
        .allowing(Set.of("agreeToFacilitate"));
  }

  /**
   * What the two sides do apart: this is the part of HR.
   *
   * @throws Problem 422 to the co-facilitator
   */
  public void requireSideOfHr(String otherwise) {
    if (calibration.members().isCoFacilitator(actor())) {
      throw Problem.of(CalibrationProblem.SECOND_PERSON_REQUIRED, otherwise);
    }
  }

  /**
   * What the two sides do apart: this is the part of the managers.
   *
   * @throws Problem 422 to all but the co-facilitator
   */
  public void requireSideOfManagers(String otherwise) {
    if (!calibration.members().isCoFacilitator(actor())) {
      throw Problem.of(CalibrationProblem.SECOND_PERSON_REQUIRED, otherwise);
    }
  }
}
