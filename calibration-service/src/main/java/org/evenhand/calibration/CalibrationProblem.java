package org.evenhand.calibration;

import org.evenhand.kit.web.problem.ProblemType;

/** What calibration-service may answer beside the common problems. */
public enum CalibrationProblem implements ProblemType {
  TOO_FEW_REVIEWS(
      422,
      "Too few reviews to calibrate",
      "Choose more reviews or wider units; the detail says how many it takes."),
  CONFLICT_OF_INTEREST(
      422,
      "Too close to this review",
      "Let somebody else do it: reviewers, reviewees and their superiors may not judge their own."),
  REVIEW_NOT_IN_SESSION(
      422, "Review is not in this session", "Name a review that the session lists."),
  UNKNOWN_PERSON(
      422, "Person is not known", "Check the id: it has to be of somebody in the organisation."),
  SAMPLES_UNCHECKED(
      422,
      "Samples are not checked yet",
      "Check every sample, or send it back; the session lists those that wait."),
  SCORES_MISSING(
      422,
      "Blind scores are missing",
      "Wait for the scores that the detail counts, or withdraw the samples."),
  REVIEWS_UNDECIDED(422, "Reviews are undecided", "Decide on every review of the session first."),
  SAMPLES_REFUSED(
      422,
      "Reviews can't be claimed",
      "Plan the session with other reviews: review-service has named those that are not free."),
  LEVEL_NOT_ON_SCALE(422, "Level does not fit the scale", "Take a level of the policy's scale."),
  SECOND_PERSON_REQUIRED(
      422, "Another person must do this", "Ask the other facilitator to do this."),
  NOT_AT_WORK(422, "Somebody is not at work", "Name somebody who works here now."),
  SEAT_TAKEN(
      422,
      "A seat can't be given so",
      "Name somebody who has no seat in this session yet, for a seat that is vacant or to be"
          + " replaced."),
  TOO_FEW_SCORES(
      422,
      "A sample has fewer than two scores",
      "Get at least two scores for each sample, or withdraw it."),
  PASSAGE_NOT_FOUND(
      422,
      "The text does not hold the passage",
      "Quote the passage as the text has it, to the letter."),
  LAST_SAMPLE(422, "A session needs a sample", "Cancel the session instead."),
  POLICY_NOT_IN_FORCE(
      422,
      "The version of the policy is not in force",
      "Take a policy of which a version is in force; a precedent ends with its version."),
  UNKNOWN_CRITERION(
      422, "The policy has no such criterion", "Take one of the keys that the detail names."),
  CASE_NOT_PLACED(
      422,
      "The policy has other anchors than the starter kit",
      "Name the criterion of your policy, and the level at which its anchors put the case."),
  NO_PRECEDENT_OF_REVIEW(
      422,
      "No precedent can come of this review",
      "Write the case as fiction instead; the detail says what it takes."),
  PRECEDENT_NOT_CITABLE(
      422,
      "The decision can't name this precedent",
      "Name one that is published, of the version by which the cycle rates, and of the level that"
          + " is decided if the decision follows it."),
  CHECK_NOT_POSSIBLE(
      422,
      "This can't be looked at",
      "Take another kind or another object; the detail says what it takes."),
  TOO_MANY_OWN_REVIEWS(
      422,
      "Half of the checks look at own reviews",
      "Score a sample blind, or look at a review of somebody else's people."),
  UNITS_NOT_SERVED(
      403,
      "The facilitator must serve all units",
      "Ask hr-lead to assign these units, or leave them out."),
  TRAINING_DUE(
      422,
      "Training comes first",
      "Complete the modules that the detail names, or let two people waive the task: GET /v1/tasks"
          + " lists it."),
  CO_FACILITATOR_NOT_AGREED(
      409, "The co-facilitator has not agreed", "Ask the co-facilitator to agree first.");

  private final int status;
  private final String title;
  private final String remedy;

  CalibrationProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
