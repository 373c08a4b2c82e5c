package org.evenhand.review.growth.observation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.lines.Viewer;

/** Which step on an observation belongs to whom. */
final class ObservationPermissions {

  private ObservationPermissions() {}

  /** The operations that are both allowed by the state and the caller's to use. */
  static List<String> open(
      GatheredObservation observation, Set<ObservationRelation> relations, Viewer viewer) {
    EnumSet<ObservationAction> actions = EnumSet.noneOf(ObservationAction.class);
    for (ObservationAction action : observation.allowed()) {
      if (permits(action, observation, relations, viewer) && !isUsed(action, observation, viewer)) {
        actions.add(action);
      }
    }
    return actions.stream().map(ObservationAction::operation).toList();
  }

  /**
   * @throws Problem 403
   */
  static void require(ObservationAction action, ObservationContext context) {
    if (!permits(action, context.observation(), context.relations(), context.viewer())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This observation is not yours for " + action.operation() + ".");
    }
  }

  private static boolean permits(
      ObservationAction action,
      GatheredObservation observation,
      Set<ObservationRelation> relations,
      Viewer viewer) {
    return switch (action) {
      case TELLING, WITHDRAWAL -> relations.contains(ObservationRelation.AUTHOR);
      case REPLY -> relations.contains(ObservationRelation.SUBJECT) && !observation.isOwn();
      case CITATION -> viewer.is(observation.subjectId()) || isReviewer(relations);
    };
  }

  /** What one's own side has cited is no longer open to one. */
  private static boolean isUsed(
      ObservationAction action, GatheredObservation observation, Viewer viewer) {
    CitingSide side = viewer.is(observation.subjectId()) ? CitingSide.SELF : CitingSide.REVIEWER;
    return action == ObservationAction.CITATION && observation.citation(side).isPresent();
  }

  private static boolean isReviewer(Set<ObservationRelation> relations) {
    return relations.contains(ObservationRelation.REVIEWER);
  }
}
