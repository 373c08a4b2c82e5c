package org.evenhand.review.directory.orgrules;

/** What a row of an org import says has happened. */
enum OrgAction {
  /** Somebody new, or a further assignment of somebody known. */
  HIRE,
  /** Other values for somebody known; a blank cell keeps its value. */
  CHANGE,
  /** An assignment ends, or, without an assignment, all of them. */
  TERMINATE,
  /** Somebody who had left is back. */
  REHIRE,
  /** Whichever of these makes the directory say what the row says; often none. */
  UPSERT;

  /** Whether the row has to describe the person and the assignment in full. */
  boolean describesAll() {
    return this == HIRE || this == REHIRE;
  }
}
