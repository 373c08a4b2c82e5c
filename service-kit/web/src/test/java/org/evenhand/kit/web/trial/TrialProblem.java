package org.evenhand.kit.web.trial;

import org.evenhand.kit.web.problem.ProblemType;

enum TrialProblem implements ProblemType {
  TRIAL_NOT_OPEN;

  @Override
  public int status() {
    return 409;
  }

  @Override
  public String title() {
    return "The trial is not open";
  }

  @Override
  public String remedy() {
    return "Wait until it is.";
  }
}
