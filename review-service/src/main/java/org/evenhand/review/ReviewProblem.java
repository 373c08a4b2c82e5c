package org.evenhand.review;

import org.evenhand.kit.web.problem.ProblemType;

/** The problems of this service's own domain; a name, once published, stays. */
public enum ReviewProblem implements ProblemType {
  MASS_DEACTIVATION(422, "The import ends too many employments at once"),
  WORKER_TYPE_IN_USE(409, "Somebody who works here has this type"),
  CYCLE_UNKNOWN(404, "No cycle goes by this key or id"),
  CYCLE_KEY_TAKEN(409, "Another cycle has this key"),
  POLICY_NOT_ANNOUNCED(422, "The policy version is not announced"),
  SAME_PERSON_TWICE(422, "One person cannot sign for both sides"),
  SAME_SIDE_TWICE(422, "The other side has to countersign"),
  NOTHING_PROPOSED(409, "There is nothing to countersign"),
  OPENING_UNFINISHED(409, "The cycle is still being opened"),
  SHARING_UNFINISHED(409, "The results are still being shared"),
  NOTHING_TO_SHARE(409, "No result waits to be shared"),
  SESSION_CANCELLED(409, "The calibration session was cancelled"),
  CLIENT_NOT_MEANT(403, "This is for another service"),
  SESSION_UNDECIDED(409, "A calibration session still holds reviews"),
  CYCLE_NOT_JUDGED(409, "Whether the ratings are fair has not been judged yet"),
  FINDINGS_UNANSWERED(409, "Findings of fairness wait for a joint response"),
  RESULTS_CHANGED(409, "What waits to be shared has changed since it was proposed"),
  SHARING_PROPOSED(409, "The results are proposed to be shared"),
  CYCLE_NOT_CALIBRATING(409, "The cycle is not calibrating"),
  NOT_ELIGIBLE(422, "This person cannot be reviewed in this cycle"),
  ALREADY_REVIEWED(409, "This assignment has a review in this cycle"),
  CRITERION_UNKNOWN(422, "The policy has no such criterion"),
  LEVEL_UNKNOWN(422, "The scale has no such level"),
  QUESTION_UNKNOWN(422, "The policy's form has no such question"),
  CRITERION_NOT_RATED(422, "A criterion is not rated"),
  EVIDENCE_MISSING(422, "A rating lacks its evidence"),
  OVERALL_NOT_BY_RULE(422, "The overall does not follow the policy's rule"),
  NOT_CONFIRMED_BY_NAME(422, "The reviewer has to confirm by name"),
  OBSERVED_IN_FUTURE(422, "An observation lies in the future"),
  REVIEWER_NOT_POSSIBLE(422, "This person cannot review"),
  CONTRIBUTOR_NOT_POSSIBLE(422, "This person cannot contribute");

  private final int status;
  private final String title;

  ReviewProblem(int status, String title) {
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
