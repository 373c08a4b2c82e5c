package org.evenhand.review.growth.upward.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.upward.UpwardStep;

/** Which step on a round belongs to whom. */
public final class UpwardPermissions {

  private UpwardPermissions() {}

  static List<String> open(Set<UpwardRelation> relations) {
    return Stream.of(UpwardStep.values())
        .filter(step -> relations.contains(owner(step)))
        .map(UpwardStep::operation)
        .toList();
  }

  private static UpwardRelation owner(UpwardStep step) {
    return switch (step) {
      case WRITING, WITHDRAWAL -> UpwardRelation.WRITER;
      case CANCELLATION -> UpwardRelation.OPENER;
    };
  }

  /**
   * @throws Problem 403
   */
  public static void require(UpwardContext context, UpwardStep step) {
    if (!context.relations().contains(owner(step))) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This round is not yours for " + step.operation() + ".");
    }
  }
}
