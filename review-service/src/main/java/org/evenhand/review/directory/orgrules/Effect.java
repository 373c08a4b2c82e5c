package org.evenhand.review.directory.orgrules;

/** What a row of an org import does to the directory. */
public enum Effect {
  CREATED,
  CHANGED,
  UNCHANGED
}
