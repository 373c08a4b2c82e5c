package org.evenhand.analytics.statistics;

/** How large an effect is, whatever the evidence for it. */
public enum Size {
  NONE,
  NOTE,
  WARN,
  CRITICAL;

  /** Whether this is the other or a larger one. */
  public boolean isAtLeast(Size other) {
    return compareTo(other) >= 0;
  }
}
