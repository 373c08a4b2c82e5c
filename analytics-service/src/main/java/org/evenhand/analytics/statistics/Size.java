package org.evenhand.analytics.statistics;

/** How large an effect is, whatever the evidence for it. */
public enum Size {
  NONE,
  NOTE,
  WARN,
  CRITICAL;

  public boolean isAtLeast(Size other) {
    return compareTo(other) >= 0;
  }
}
