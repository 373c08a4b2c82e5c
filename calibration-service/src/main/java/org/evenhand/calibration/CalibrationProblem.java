package org.evenhand.calibration;

import org.evenhand.kit.web.problem.ProblemType;

/** What calibration-service may answer beside the common problems. */
public enum CalibrationProblem implements ProblemType {
  TOO_FEW_REVIEWS(422, "Too few reviews to calibrate"),
  CONFLICT_OF_INTEREST(422, "Too close to this review"),
  REVIEW_NOT_IN_SESSION(422, "Review is not in this session"),
  UNKNOWN_PERSON(422, "Person is not known"),
  SAMPLES_UNCHECKED(422, "Samples are not checked yet"),
  SCORES_MISSING(422, "Blind scores are missing"),
  REVIEWS_UNDECIDED(422, "Reviews are undecided"),
  SAMPLES_REFUSED(422, "Reviews can't be claimed"),
  LEVEL_NOT_ON_SCALE(422, "Level does not fit the scale"),
  SECOND_PERSON_REQUIRED(422, "Another person must do this"),
  NOT_AT_WORK(422, "Somebody is not at work"),
  SEAT_TAKEN(422, "A seat can't be given so"),
  TOO_FEW_SCORES(422, "A sample has fewer than two scores"),
  PASSAGE_NOT_FOUND(422, "The sample does not hold the passage"),
  LAST_SAMPLE(422, "A session needs a sample"),
  UNITS_NOT_SERVED(403, "The facilitator must serve all units"),
  CO_FACILITATOR_NOT_AGREED(409, "The co-facilitator has not agreed"),
  CLIENT_NOT_MEANT(403, "This is for another service");

  private final int status;
  private final String title;

  CalibrationProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
