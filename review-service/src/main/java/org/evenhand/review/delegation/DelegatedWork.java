package org.evenhand.review.delegation;

import java.util.Set;

/** What can be done by another. What somebody says about themself or signs for a side cannot. */
public enum DelegatedWork {
  /** All that a reviewer does for the reviews that are theirs. */
  REVIEW("REVIEW", "REOPENING_COUNTERSIGNATURE");

  private final Set<String> duties;

  DelegatedWork(String... duties) {
    this.duties = Set.of(duties);
  }

  /** The kinds of duty that belong to it. */
  Set<String> duties() {
    return duties;
  }
}
