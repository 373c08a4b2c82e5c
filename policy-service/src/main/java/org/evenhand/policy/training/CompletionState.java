package org.evenhand.policy.training;

/** The state of a completion; {@link CompletionLifecycle} says what leads from one to another. */
public enum CompletionState {
  ENROLLED,
  COMPLETED,
  /** It has counted, and doesn't any more. */
  EXPIRED,
  /** Two people have agreed that it isn't needed, until its end. */
  EXEMPT
}
