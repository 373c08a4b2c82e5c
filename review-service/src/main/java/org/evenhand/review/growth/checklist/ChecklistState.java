package org.evenhand.review.growth.checklist;

/** Where a checklist stands. All but the first end it. */
public enum ChecklistState {
  OPEN,
  /** Nothing of it is open. */
  DONE,
  /** Its last day has been over for too long. */
  LAPSED,
  CANCELLED
}
