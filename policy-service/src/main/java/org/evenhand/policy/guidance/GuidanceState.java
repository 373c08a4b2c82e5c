package org.evenhand.policy.guidance;

/** The state of a request; {@link GuidanceLifecycle} says what leads from one to another. */
public enum GuidanceState {
  ASKED,
  CLAIMED,
  ANSWERED,
  /** By whoever asked, or by itself a while after the answer; half a year later the words go. */
  CLOSED,
  /** By whoever asked. Nothing is left of it. */
  ERASED
}
