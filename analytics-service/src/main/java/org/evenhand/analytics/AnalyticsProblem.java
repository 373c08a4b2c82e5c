package org.evenhand.analytics;

import org.evenhand.kit.web.problem.ProblemType;

/** What can be wrong with a question to analytics, beside what every service answers. */
public enum AnalyticsProblem implements ProblemType {
  CYCLE_UNKNOWN(404, "No ratings of this cycle have been counted"),
  CYCLE_AMBIGUOUS(400, "More than one cycle has this key"),
  DIMENSION_UNKNOWN(404, "There is no such dimension"),
  PARTITION_NOT_OPEN(403, "This partition is not open to the caller"),
  DIMENSION_KEY_RESERVED(422, "The key names an organisational dimension"),
  GROUP_UNKNOWN(404, "No ratings of this group have been counted"),
  GROUP_SUPPRESSED(422, "This group is hidden"),
  LEVEL_UNKNOWN(400, "The scale has no such level"),
  CYCLES_REVERSED(400, "The first cycle is later than the last one"),
  NOT_DECLARED(404, "The caller has declared nothing in this dimension"),
  SAME_PERSON_TWICE(422, "One person cannot sign for both sides"),
  SAME_SIDE_TWICE(422, "The other side has to countersign"),
  PROFILE_NOT_SEEN(422, "The caller has seen no such profile of themself"),
  REBUILD_RUNNING(409, "A rebuild is already running");

  private final int status;
  private final String title;

  AnalyticsProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
