package org.evenhand.kit.data.calendar;

/** Whether an entry of a calendar holds. */
public enum EntryState {
  CONFIRMED,
  /** It fell away, or is done before its day. */
  CANCELLED
}
