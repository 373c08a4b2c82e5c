package org.evenhand.review;

import org.evenhand.kit.web.ProblemType;

/** The problems of this service's own domain; a name, once published, stays. */
public enum ReviewProblem implements ProblemType {
  MASS_DEACTIVATION(422, "The import ends too many employments at once"),
  CYCLE_UNKNOWN(422, "No cycle goes by this key or id");

  private final int status;
  private final String title;

  ReviewProblem(int status, String title) {
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
