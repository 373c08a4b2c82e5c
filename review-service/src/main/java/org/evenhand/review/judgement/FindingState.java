package org.evenhand.review.judgement;

/** How far HR and managers have come with a finding. */
enum FindingState {
  RAISED,
  ANSWERED,
  CLEARED
}
