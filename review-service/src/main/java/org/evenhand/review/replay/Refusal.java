package org.evenhand.review.replay;

/** Why a cycle isn't replayed. */
public enum Refusal {
  UNKNOWN,
  NOT_CLOSED,
  OTHER_POLICY,
  /** It ended more than three years ago. */
  TOO_OLD,
  /** The mapping is of another number of levels. */
  OTHER_SCALE,
  /** Fewer than ten people on levels of five or more, or all on one level. */
  TOO_FEW,
  /** As many replays for this policy have looked at it as may. */
  TOO_OFTEN,
  /** Counting it has failed again and again. */
  FAILED,
  /** The draft says something else now. Nobody is told. */
  STALE
}
