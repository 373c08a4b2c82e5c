package org.evenhand.review.review;

/** Whose view a contribution is. */
public enum ContributionType {
  SELF,
  MANAGER,
  PEER;

  public ReviewAction action() {
    return switch (this) {
      case SELF -> ReviewAction.SELF_CONTRIBUTION;
      case MANAGER -> ReviewAction.MANAGER_CONTRIBUTION;
      case PEER -> ReviewAction.PEER_CONTRIBUTION;
    };
  }
}
