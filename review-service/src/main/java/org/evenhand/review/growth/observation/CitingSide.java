package org.evenhand.review.growth.observation;

import org.evenhand.review.review.ReviewAction;

/** Who cites: what one side has cited is still the other's to cite. */
enum CitingSide {
  /** The reviewee, beside their own view. */
  SELF(ReviewAction.SELF_CONTRIBUTION),
  REVIEWER(ReviewAction.OBSERVATIONS);

  private final ReviewAction step;

  CitingSide(ReviewAction step) {
    this.step = step;
  }

  /** The step on the review that citing is. */
  ReviewAction step() {
    return step;
  }
}
