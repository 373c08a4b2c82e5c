package org.evenhand.review.directory;

/** What a row of an org import does to the directory. */
enum Effect {
  CREATED,
  CHANGED,
  UNCHANGED
}
