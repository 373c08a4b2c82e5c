package org.evenhand.analytics;

import org.evenhand.kit.web.problem.ProblemType;

/** What can be wrong with a question to analytics, beside what every service answers. */
public enum AnalyticsProblem implements ProblemType {
  CYCLE_UNKNOWN(
      404,
      "No cycle goes by this key or id",
      "Check the key or id; a cycle can be asked for by its id as well."),
  CYCLE_AMBIGUOUS(400, "More than one cycle has this key", "Ask by the cycle's id."),
  DIMENSION_UNKNOWN(
      404, "There is no such dimension", "GET /v1/dimensions lists those that there are."),
  PARTITION_NOT_OPEN(
      403,
      "This partition is not open to the caller",
      "Ask for a partition that is open to the caller's role: the operation's description names"
          + " them."),
  DIMENSION_KEY_RESERVED(422, "The key names an organisational dimension", "Take another key."),
  GROUP_UNKNOWN(
      404,
      "No ratings of this group have been counted",
      "Ask for one of the groups that the partition lists."),
  GROUP_SUPPRESSED(
      422,
      "This group is hidden",
      "Ask for a larger group: this one could tell about single people."),
  CYCLES_REVERSED(400, "The first cycle is later than the last one", "Exchange the two cycles."),
  NOT_DECLARED(
      404, "The caller has declared nothing in this dimension", "Nothing has to be withdrawn."),
  SAME_PERSON_TWICE(
      422, "One person cannot sign for both sides", "Ask another person to countersign."),
  SAME_SIDE_TWICE(
      422, "The other side has to countersign", "Ask somebody of the other side to countersign."),
  PROFILE_NOT_SEEN(
      422,
      "The caller has seen no such profile of themself",
      "Read the own profile first, and object to the one that was read."),
  REBUILD_RUNNING(
      409, "A rebuild is already running", "Wait for the rebuild that runs; GET its status.");

  private final int status;
  private final String title;
  private final String remedy;

  AnalyticsProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
