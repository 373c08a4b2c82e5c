package org.evenhand.review.growth.checklist;

/** How an item of a checklist stands. */
public enum ItemState {
  OPEN,
  DONE,
  NOT_NEEDED
}
