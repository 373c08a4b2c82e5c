package org.evenhand.review.replay;

/** What a replay of a cycle leaves out. */
public enum Note {
  /** What sessions and appeals have changed: the reviewers' own conclusions are replayed. */
  CALIBRATION_LEFT_OUT,
  /** Small outcomes are told as others, and small blocks not at all: see {@link Disclosure}. */
  COARSE,
  /** Nobody can say what would have been chosen. */
  OVERALL_CHOSEN,
  /** Nothing of the past stands for some criteria of the draft; the weights of the others count. */
  CRITERIA_WITHOUT_PAST,
  /** It stands for none that has a weight: what was concluded is put on the new scale. */
  NOTHING_WEIGHED,
  /** The mapping names criteria that the cycle hasn't. */
  CRITERIA_UNKNOWN,
  /** Worker types are those of today. */
  ELIGIBILITY_BY_PRESENT_DATA,
  /** An import holds levels alone: only the scale and favourableFrom are replayed. */
  SCALE_ALONE
}
