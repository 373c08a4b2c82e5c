package org.evenhand.review.directory.reading;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;
import static org.evenhand.kit.web.problem.ViolationCode.SIZE;

import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What somebody types to find a colleague. */
record Wanted(String text) {

  static final int SHORTEST = 2;
  static final int LONGEST = 100;

  /**
   * @throws Problem INVALID_PARAMETER
   */
  static Wanted of(@Nullable String q) {
    if (q == null) {
      throw invalid(REQUIRED.parameter("q", "is missing"));
    }
    String text = q.strip();
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      throw invalid(
          SIZE.parameter("q", "must have %d to %d characters".formatted(SHORTEST, LONGEST)));
    }
    if (text.indexOf('\0') >= 0 || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw invalid(MALFORMED.parameter("q", "must hold a letter or a digit, and no NUL"));
    }
    return new Wanted(text);
  }

  private static Problem invalid(Violation violation) {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "Nobody can be looked for by this.")
        .with(violation);
  }
}
