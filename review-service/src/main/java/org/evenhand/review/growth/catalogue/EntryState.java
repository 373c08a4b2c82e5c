package org.evenhand.review.growth.catalogue;

/** Where an entry stands. */
public enum EntryState {
  DRAFT,
  PUBLISHED,
  /** Whoever has a seat keeps it; nobody takes another. */
  RETIRED
}
