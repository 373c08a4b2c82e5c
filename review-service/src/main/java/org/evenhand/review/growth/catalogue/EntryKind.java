package org.evenhand.review.growth.catalogue;

/** What an entry offers. */
public enum EntryKind {
  COURSE,
  COACHING,
  CONFERENCE,
  SHADOWING,
  PROJECT,
  READING
}
