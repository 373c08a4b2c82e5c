package org.evenhand.review.growth.goal.library;

/** Whether an entry can be given to somebody. Goals that follow a retired one go on. */
public enum LibraryState {
  PUBLISHED,
  RETIRED
}
