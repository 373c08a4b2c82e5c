package org.evenhand.kit.data.place;

/** What a day is, whatever weekend and holidays say. */
public enum DayKind {
  FREE,
  WORKING
}
