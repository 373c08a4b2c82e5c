package org.evenhand.review;

import org.evenhand.kit.web.problem.ProblemType;

/** The problems of this service's own domain; a name, once published, stays. */
public enum ReviewProblem implements ProblemType {
  MASS_DEACTIVATION(
      422,
      "The import ends too many employments at once",
      "Check the file. If it is right, hr-lead permits this many with POST"
          + " /v1/org-imports/deactivation-permits."),
  MAPPING_UNKNOWN(
      404,
      "No mapping goes by this name for this kind of import",
      "Check the name: GET /v1/import-mappings lists all."),
  WORKER_TYPE_IN_USE(
      409,
      "Somebody who works here has this type",
      "Let those who have this type get another one first."),
  CYCLE_UNKNOWN(
      404,
      "No cycle goes by this key or id",
      "Check the key or id; a cycle can be asked for by its id as well."),
  CYCLE_KEY_TAKEN(409, "Another cycle has this key", "Take another key."),
  POLICY_NOT_ANNOUNCED(
      422, "The policy version is not announced", "Announce the version first, or name another."),
  SAME_PERSON_TWICE(
      422, "One person cannot sign for both sides", "Ask another person to countersign."),
  SAME_SIDE_TWICE(
      422, "The other side has to countersign", "Ask somebody of the other side to countersign."),
  NOTHING_PROPOSED(
      409,
      "There is nothing to countersign",
      "Propose it first; somebody of the other side then countersigns."),
  ALREADY_WRITTEN(
      409,
      "Something is written there already",
      "Change what is there: a template takes the place of nothing."),
  OPENING_UNFINISHED(
      409, "The cycle is still being opened", "Wait: the cycle shows how far its opening is."),
  SHARING_UNFINISHED(
      409, "The results are still being shared", "Wait: the cycle shows how far the sharing is."),
  NOTHING_TO_SHARE(
      409,
      "No result waits to be shared",
      "Wait until reviews are calibrated, then propose again."),
  SESSION_CANCELLED(
      409, "The calibration session was cancelled", "Plan another session for these reviews."),
  TOO_MANY_FEEDS(
      409,
      "The person has as many calendar feeds as one can have",
      "Revoke one that is no longer used: GET /v1/calendar-feeds says when each was."),
  SESSION_UNDECIDED(
      409,
      "A calibration session still holds reviews",
      "Decide and lock the session, or cancel it."),
  CYCLE_NOT_JUDGED(
      409,
      "Whether the ratings are fair has not been judged yet",
      "Wait a moment and try again: the judgement follows the proposal."),
  FINDINGS_UNANSWERED(
      409,
      "Findings of fairness wait for a joint response",
      "Respond to each finding from both sides: GET /v1/findings lists them."),
  RESULTS_CHANGED(
      409,
      "What waits to be shared has changed since it was proposed",
      "Withdraw the proposal, look at what has changed, and propose again."),
  SHARING_PROPOSED(409, "The results are proposed to be shared", "Withdraw the proposal first."),
  CYCLE_NOT_CALIBRATING(
      409, "The cycle is not calibrating", "Read the cycle: its state says what comes first."),
  NOT_ELIGIBLE(
      422,
      "This person cannot be reviewed in this cycle",
      "Nothing, if it is right; else correct the person's employment or the policy's eligibility."),
  ALREADY_REVIEWED(
      409, "This assignment has a review in this cycle", "Open the review that is there."),
  CRITERION_UNKNOWN(
      422,
      "The policy has no such criterion",
      "Take a criterion of the policy that holds for the person, in a review of that of its"
          + " cycle."),
  LEVEL_UNKNOWN(422, "The scale has no such level", "Take a level of the policy's scale."),
  QUESTION_UNKNOWN(
      422, "The policy's form has no such question", "Answer the questions of the policy's form."),
  CRITERION_NOT_RATED(422, "A criterion is not rated", "Rate every criterion that `errors` names."),
  EVIDENCE_MISSING(
      422, "A rating lacks its evidence", "Record an observation for the criterion, and cite it."),
  OVERALL_NOT_BY_RULE(
      422,
      "The overall does not follow the policy's rule",
      "Take the suggested overall, or say why it is another, as the policy asks."),
  NOT_CONFIRMED_BY_NAME(
      422,
      "The reviewer has to confirm by name",
      "Send the reviewer's own name as it is written in the organisation."),
  OBSERVED_IN_FUTURE(422, "An observation lies in the future", "Correct the day."),
  OBSERVED_NOT_POSSIBLE(
      422,
      "Nothing can be kept of this person",
      "Name somebody who works here and isn't above you. What you see of those who lead you is"
          + " asked for in reviews, as a view from below."),
  FEEDBACK_NOT_POSSIBLE(
      422,
      "Feedback can't go to these people, or be asked of them",
      "Name colleagues who work here, other than yourself; about somebody else you ask if you lead"
          + " them, and nobody who has ten requests already."),
  REVIEWER_NOT_POSSIBLE(
      422, "This person cannot review", "Name somebody who works here and is not the reviewee."),
  CONTRIBUTOR_NOT_POSSIBLE(
      422,
      "This person cannot contribute",
      "Invite somebody who works here and is neither reviewee nor reviewer."),
  RESULT_NOT_SHARED(
      409, "There is no shared result to appeal", "Wait until the result of the review is shared."),
  ALREADY_APPEALED(
      409,
      "This result has been appealed",
      "Read the appeal that is there: each result can be appealed once."),
  APPEAL_LATE(
      422,
      "The time to appeal is over",
      "Say in `lateReason` why it comes now; screening judges that. For somebody who has left"
          + " nothing can be filed any more."),
  COMPANION_NOT_POSSIBLE(
      422,
      "This person cannot be a companion",
      "Name somebody who works here and has no part in it."),
  PANEL_NOT_POSSIBLE(
      422,
      "These people cannot judge the appeal",
      "Name others in place of those whom `errors` points to: at work, of other units, without any"
          + " part in the review."),
  PASSAGE_NOT_FOUND(
      422,
      "The text does not hold the passage",
      "Quote the passage as the text has it, to the letter."),
  APPEAL_TO_DISADVANTAGE(
      422,
      "An appeal never lowers a rating",
      "Vote for a higher level, or confirm the one that counts."),
  GOAL_WEIGHTS(
      422,
      "The weights of the goals don't make a whole",
      "Change the weights of the goals of this assignment that are proposed or agreed, so that they"
          + " sum to 100, or give none a weight; then agree."),
  GOAL_OF_ABSENCE(
      409,
      "The target is from before an absence",
      "Agree on a target for the time at work (changeGoal, agreeGoal), or close the goal"
          + " otherwise."),
  MEANS_NOT_GIVEN(
      409,
      "The company has not given what it owes",
      "Close the plan by PROVIDER or CIRCUMSTANCE, or carry it over: what the company did not give"
          + " is not the person's doing."),
  TOO_FEW_REPORTS(
      422,
      "Too few people report to this manager",
      "Ask about a manager to whom three people or more report: fewer answers are never shown, so"
          + " that nobody can be told by them."),
  TRAINING_DUE(
      422,
      "Training comes first",
      "Complete the modules that the detail names, or let two people waive the task: GET /v1/tasks"
          + " lists it."),
  LIBRARY_KEY_TAKEN(
      409, "Another entry of the library has this key", "Take another key, or change that entry.");

  private final int status;
  private final String title;
  private final String remedy;

  ReviewProblem(int status, String title, String remedy) {
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
