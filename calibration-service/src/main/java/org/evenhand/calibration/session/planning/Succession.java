package org.evenhand.calibration.session.planning;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People.Person;
import org.evenhand.calibration.session.Session;
import org.evenhand.kit.web.problem.Problem;

/**
 * A seat on its way from one person to another.
 *
 * @param by who wants it
 * @param leavingAtWork whether they could pass it on themselves
 */
record Succession(
    Session session,
    Actor by,
    UUID leaving,
    boolean leavingAtWork,
    Person joining,
    Candidacy candidacy) {

  static final String JOINING = "/joiningExternalId";
  private static final String LEAVING = "/leavingId";

  /**
   * How the one who joins stands to the session's reviews.
   *
   * @param scored those that are scored blind
   * @param tooClose those that they may have no say in
   * @param unserved those of units that they don't serve today
   */
  record Candidacy(List<UUID> scored, Set<UUID> tooClose, Set<UUID> unserved) {}

  /**
   * Who takes the seat.
   *
   * @throws Problem 422 when it isn't to be passed on so
   */
  UUID successor() {
    if (!session.members().contains(leaving)) {
      throw Problem.of(CalibrationProblem.SEAT_TAKEN, "A seat is left by whoever has it.")
          .with(NOT_FOUND.at(LEAVING, "has no seat in this session"));
    }
    requireOwnSide();
    if (session.members().everContained(joining.id())) {
      throw Problem.of(
              CalibrationProblem.SEAT_TAKEN, "Whoever has or had a seat takes no other one.")
          .with(DUPLICATE.at(JOINING, "has or had a seat in this session"));
    }
    if (session.members().isRater(leaving)) {
      requireScorable();
    } else {
      requireFacilitator();
    }
    return joining.id();
  }

  /**
   * The two facilitators stand for two sides: neither puts somebody else in the other's place. Who
   * is at work passes the seat on; hr-lead is neither side.
   */
  private void requireOwnSide() {
    boolean otherSide = session.members().facilitates(leaving) && !leaving.equals(by.person());
    if (otherSide && session.members().facilitates(by.person()) && leavingAtWork) {
      throw Problem.of(
              CalibrationProblem.SECOND_PERSON_REQUIRED,
              "The other facilitator is at work: they pass the seat on themselves, or hr-lead"
                  + " does.")
          .with(NOT_ALLOWED.at(LEAVING, "is at work"));
    }
  }

  private void requireScorable() {
    if (session.isExercise() && !candidacy.tooClose().isEmpty()) {
      throw Problem.of(
              CalibrationProblem.CONFLICT_OF_INTEREST,
              "An exercise is scored by those who know none of its texts.")
          .with(
              NOT_ALLOWED.at(
                  JOINING,
                  "knows %d of the reviews, or is too close to them"
                      .formatted(candidacy.tooClose().size())));
    }
    if (candidacy.tooClose().containsAll(candidacy.scored())) {
      throw Problem.of(
              CalibrationProblem.CONFLICT_OF_INTEREST,
              "This rater may score nothing in the session.")
          .with(NOT_ALLOWED.at(JOINING, "is too close to all that is scored"));
    }
  }

  private void requireFacilitator() {
    if (session.members().isCoFacilitator(leaving)) {
      Lineup.mustLead(JOINING, joining);
    }
    if (!candidacy.tooClose().isEmpty()) {
      throw Problem.of(
              CalibrationProblem.CONFLICT_OF_INTEREST,
              "A facilitator is close to no review of the session.")
          .with(
              NOT_ALLOWED.at(
                  JOINING,
                  "is too close to %d of the reviews".formatted(candidacy.tooClose().size())));
    }
    boolean leadTakesIt = by.lead() && by.person().equals(joining.id());
    if (!session.members().isCoFacilitator(leaving)
        && !leadTakesIt
        && !candidacy.unserved().isEmpty()) {
      throw Problem.of(
              CalibrationProblem.SEAT_TAKEN, "The facilitator serves the units of all reviews.")
          .with(
              NOT_ALLOWED.at(
                  JOINING,
                  "doesn't serve the units of %d of the reviews today"
                      .formatted(candidacy.unserved().size())));
    }
  }
}
