package org.evenhand.review.growth.citation;

import java.util.UUID;

/**
 * What somebody points to in a review of themself.
 *
 * @param assignmentId the assignment to which it belongs; only its reviews can point to it
 */
public record Cited(Kind kind, UUID id, UUID assignmentId) {

  /** Of what kind it is, and where that is kept. */
  public enum Kind {
    GOAL("goal_citation", "goal_id"),
    PLAN("development_plan_citation", "plan_id");

    final String table;
    final String column;

    Kind(String table, String column) {
      this.table = table;
      this.column = column;
    }
  }
}
