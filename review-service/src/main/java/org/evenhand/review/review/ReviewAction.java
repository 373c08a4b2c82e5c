package org.evenhand.review.review;

/** What can be done with a review. */
public enum ReviewAction {
  SELF_CONTRIBUTION("putContribution"),
  MANAGER_CONTRIBUTION("putContribution"),
  PEER_CONTRIBUTION("putContribution"),
  OBSERVATIONS("recordObservation"),
  RATINGS("rateCriterion"),
  CONTEXT_NOTE("putContextNote"),
  SUBMISSION("submitReview"),
  ACKNOWLEDGEMENT("acknowledgeReview"),
  REASSIGNMENT("reassignReview"),
  REVIEWER_CONFIRMATION("confirmReviewer"),
  REOPENING("proposeReopening"),
  REOPENING_COUNTERSIGNATURE("countersignReopening"),
  NOT_RATED("endUnrated");

  private final String operation;

  ReviewAction(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation; contributions of all types have one. */
  public String operation() {
    return operation;
  }
}
