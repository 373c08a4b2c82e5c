package org.evenhand.calibration.precedent;

/** How far a precedent is; what leads on is in {@link PrecedentLifecycle}. */
public enum PrecedentState {
  PROPOSED,
  CHECKED,
  PUBLISHED,
  SUPERSEDED,
  WITHDRAWN
}
