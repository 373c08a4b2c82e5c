package org.evenhand.review.review;

import java.util.Locale;

/** What can be done with a review; each is a sub-resource. */
public enum ReviewAction {
  SELF_CONTRIBUTION("contributions/SELF"),
  MANAGER_CONTRIBUTION("contributions/MANAGER"),
  PEER_CONTRIBUTION("contributions/PEER"),
  UPWARD_CONTRIBUTION("contributions/UPWARD"),
  INVITATIONS,
  OBSERVATIONS,
  RATINGS,
  CONTEXT_NOTE,
  SUBMISSION,
  ACKNOWLEDGEMENT,
  REASSIGNMENT,
  REOPENING,
  REOPENING_COUNTERSIGNATURE("reopening/countersignature"),
  NOT_RATED;

  private final String path;

  ReviewAction() {
    this.path = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ReviewAction(String path) {
    this.path = path;
  }

  /** The path below the review. */
  public String path() {
    return path;
  }
}
