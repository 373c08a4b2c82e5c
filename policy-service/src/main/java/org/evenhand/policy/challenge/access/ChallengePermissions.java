package org.evenhand.policy.challenge.access;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeLifecycle;
import org.evenhand.policy.challenge.ChallengeStep;

/** Who takes which step. */
public final class ChallengePermissions {

  private ChallengePermissions() {}

  /** The ids of the operations that are open to a reader now. */
  public static List<String> open(Challenge challenge, Standing standing) {
    List<String> open = ChallengeLifecycle.OF_CHALLENGES.operations(challenge.state());
    return Stream.of(ChallengeStep.values())
        .filter(step -> open.contains(step.operation()))
        .filter(step -> may(step, standing) && isOf(step, challenge, standing))
        .map(ChallengeStep::operation)
        .toList();
  }

  /**
   * @throws Problem 403
   */
  public static void require(ChallengeStep step, Challenge challenge, Standing standing) {
    if (!may(step, standing)) {
      throw Problem.of(CommonProblem.FORBIDDEN, why(step, standing));
    }
  }

  private static boolean may(ChallengeStep step, Standing standing) {
    if (standing.reader().employeeId() == null || !standing.reader().staff()) {
      return false;
    }
    return switch (step) {
      case ANSWER -> standing.turn().admits(standing);
      case MERGING, NAMING -> standing.isFree() && standing.reader().hr();
      case FOLLOW_UP -> standing.author() || standing.joined();
      case WITHDRAWAL -> standing.author();
      case SUPPORT, SUPPORT_WITHDRAWAL -> !standing.author();
    };
  }

  /** Whether it would change anything, beside the state. */
  private static boolean isOf(ChallengeStep step, Challenge challenge, Standing standing) {
    return switch (step) {
      case FOLLOW_UP -> challenge.canBeFollowedUp();
      case SUPPORT -> !standing.support().mine();
      case SUPPORT_WITHDRAWAL -> standing.support().mine();
      case NAMING -> challenge.practice().isPresent();
      case WITHDRAWAL -> !standing.shared();
      case ANSWER, MERGING -> true;
    };
  }

  private static String why(ChallengeStep step, Standing standing) {
    return switch (step) {
      case ANSWER -> standing.turn().whose();
      case MERGING -> "HR merges what says the same, never whom it is about or who has raised it.";
      case NAMING -> "HR says whose it is, never whom it is about or who has raised it.";
      case FOLLOW_UP -> "Whoever raised it follows it up.";
      case WITHDRAWAL -> "Whoever raised it withdraws it.";
      case SUPPORT, SUPPORT_WITHDRAWAL -> "Whoever raised it stands behind it already.";
    };
  }
}
