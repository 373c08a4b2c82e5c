package org.evenhand.review.growth.opportunity.reach;

/** How far somebody came with an opportunity, in this order. */
public enum Stage {
  ELIGIBLE,
  APPLIED,
  ASSESSED,
  SELECTED
}
