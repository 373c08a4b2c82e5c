package org.evenhand.policy.version;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;

/**
 * The policy window.
 *
 * @param minimumDays days of 24 hours from its opening before sign-off can open
 */
public record Consultation(Instant openedAt, UUID openedBy, int minimumDays) {

  public Instant signOffFrom() {
    return openedAt.plus(Duration.ofDays(minimumDays));
  }

  /**
   * @param undisposed comments that nobody has answered
   * @throws Problem 409 as long as people have to be heard
   */
  void requireHeard(long undisposed, Instant at) {
    if (undisposed > 0) {
      throw refused(
          PolicyProblem.DISPOSITIONS_MISSING,
          "%d of the comments wait for a disposition.".formatted(undisposed));
    }
    if (at.isBefore(signOffFrom())) {
      throw refused(
          PolicyProblem.CONSULTATION_TOO_SHORT,
          "The consultation lasts until %s at least.".formatted(signOffFrom()));
    }
  }

  private static Problem refused(PolicyProblem why, String detail) {
    return Problem.of(why, detail)
        .allowing(
            VersionLifecycle.OF_VERSIONS.operationsBut(
                VersionState.CONSULTATION, Transition.SIGN_OFF_OPENING.operation()));
  }
}
