package org.evenhand.calibration.norm;

/** How far a norm is. */
public enum NormState {
  PROPOSED,
  AGREED,
  /** A later version of the policy has the same anchor. */
  CARRIED,
  EXPIRED
}
