package org.evenhand.kit.data.place;

/** Why a day is free. */
public enum FreeReason {
  /** One of the place's own free days. */
  EXCEPTION,
  /** A public holiday, be it on a weekend or not. */
  HOLIDAY,
  WEEKEND,
  /** The place's clocks left the day out. */
  SKIPPED
}
