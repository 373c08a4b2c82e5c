package org.evenhand.policy.training;

/** The state of a module; {@link ModuleLifecycle} says what leads from one to another. */
public enum ModuleState {
  /** One of the two who lead it has written it; the other hasn't agreed. */
  PROPOSED,
  /** What it is required for nobody does without it from now on. */
  OFFERED,
  /** Both have ended it: nothing requires it any more. */
  RETIRED,
  WITHDRAWN
}
