package org.evenhand.calibration.precedent.work;

import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A review from which a precedent is to come, as far as that matters.
 *
 * @param cycleClosed whether its cycle is over
 * @param settled whether nobody can appeal against its result any more, and nobody does
 * @param alike how many people of the same family and level were rated in the cycle
 * @param reachable whether whoever it is about is at work, and can be asked
 * @param used whether a precedent has come from it, or was to
 */
record Origin(
    UUID employeeId,
    @Nullable UUID policyId,
    int policyVersion,
    boolean inForce,
    boolean cycleClosed,
    boolean settled,
    long alike,
    boolean reachable,
    boolean used) {

  /**
   * What is refused for the sake of whoever it is about is refused in the same words, so that
   * nobody learns that they are away, have left or have objected.
   *
   * @param least how many people a case has to be one of
   * @throws Problem 409 before its cycle is closed, 422 where no precedent may come of it
   */
  void require(int least) {
    if (!cycleClosed) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "A precedent comes of a review once its cycle is closed.");
    }
    if (!settled || alike < least || !reachable || used) {
      throw Problem.of(
          CalibrationProblem.NO_PRECEDENT_OF_REVIEW,
          "Its result has to be final, at least %d people of its job family and level have to be"
                  .formatted(least)
              + " rated in its cycle, whoever it is about has to be there to be asked, and that"
              + " once.");
    }
    if (!inForce) {
      throw Problem.of(
          CalibrationProblem.POLICY_NOT_IN_FORCE,
          "The version by which it was rated is not in force any more.");
    }
  }
}
