package org.evenhand.kit.data.idempotency;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import java.util.regex.Pattern;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What an Idempotency-Key may be: 1 to 255 visible ASCII characters. */
public final class Keys {

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private Keys() {}

  public static void check(@Nullable String key) {
    if (key != null && !VISIBLE_ASCII.matcher(key).matches()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The Idempotency-Key is not valid")
          .with(
              MALFORMED.parameter(
                  "Idempotency-Key", "must be 1 to 255 visible ASCII characters without spaces"));
    }
  }

  public static Problem reused() {
    return Problem.of(
        CommonProblem.IDEMPOTENCY_KEY_REUSED,
        "This Idempotency-Key came with another request before");
  }

  public static Problem inProgress() {
    return Problem.of(
        CommonProblem.IDEMPOTENCY_IN_PROGRESS,
        "The first request with this Idempotency-Key is still running; repeat it later");
  }
}
