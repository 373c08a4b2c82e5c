package org.evenhand.review.growth.checklist;

/** Why a checklist ended before all was done. */
public enum ChecklistEndingCause {
  /** HR has said so. */
  BY_HAND,
  /** The assignment ended, or, of a list for leaving, the person is back. */
  ASSIGNMENT,
  /** The same has happened again, and a new list has begun. */
  BEGUN_ANEW,
  /** Its last day has been over for too long. */
  TIME
}
