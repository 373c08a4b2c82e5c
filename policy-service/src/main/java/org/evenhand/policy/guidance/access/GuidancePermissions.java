package org.evenhand.policy.guidance.access;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.guidance.GuidanceLifecycle;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceStep;

/** Who takes which step. */
public final class GuidancePermissions {

  private GuidancePermissions() {}

  /** The ids of the operations that are open to somebody now. */
  public static List<String> open(GuidanceRequest request, GuidanceRelation relation) {
    List<String> open = GuidanceLifecycle.OF_REQUESTS.operations(request.state());
    return Stream.of(GuidanceStep.values())
        .filter(step -> open.contains(step.operation()))
        .filter(step -> may(step, relation))
        .map(GuidanceStep::operation)
        .toList();
  }

  /**
   * @throws Problem 403
   */
  public static void require(GuidanceStep step, GuidanceRelation relation) {
    if (!may(step, relation)) {
      throw Problem.of(CommonProblem.FORBIDDEN, why(step));
    }
  }

  private static boolean may(GuidanceStep step, GuidanceRelation relation) {
    return switch (step) {
      case CLAIM -> relation == GuidanceRelation.HELPER;
      case RETURN ->
          relation == GuidanceRelation.CLAIMER
              || relation == GuidanceRelation.BARRED
              || relation == GuidanceRelation.OVERSEER;
      case ANSWER -> relation == GuidanceRelation.CLAIMER;
      case CLOSING, ERASURE -> relation == GuidanceRelation.ASKER;
    };
  }

  private static String why(GuidanceStep step) {
    return switch (step) {
      case CLAIM -> "HR outside the chain claims it, who hasn't given it back.";
      case RETURN -> "Whoever claimed it gives it back.";
      case ANSWER -> "Whoever claimed it answers.";
      case CLOSING -> "Whoever asked closes it.";
      case ERASURE -> "Whoever asked erases it.";
    };
  }
}
