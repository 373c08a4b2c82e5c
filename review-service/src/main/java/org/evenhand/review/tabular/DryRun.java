package org.evenhand.review.tabular;

import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.Violation;
import org.jspecify.annotations.Nullable;

/** Reads {@code dryRun} to the letter: whoever writes {@code yes} must not get a real import. */
public final class DryRun {

  private DryRun() {}

  public static boolean of(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw Problem.of(CommonProblem.INVALID_PARAMETER, "The parameter dryRun is not valid.")
        .with(Violation.parameter("dryRun", "is neither true nor false"));
  }
}
