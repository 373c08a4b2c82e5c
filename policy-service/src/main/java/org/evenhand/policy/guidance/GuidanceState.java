package org.evenhand.policy.guidance;

/** The state of a request; {@link GuidanceLifecycle} says what leads from one to another. */
public enum GuidanceState {
  ASKED,
  CLAIMED,
  ANSWERED,
  /**
   * By whoever asked, or by itself a while after the answer, or when they leave; half a year later
   * the words go.
   */
  CLOSED,
  /** By whoever asked, or by itself where nobody has answered. Nothing is left of it. */
  ERASED
}
