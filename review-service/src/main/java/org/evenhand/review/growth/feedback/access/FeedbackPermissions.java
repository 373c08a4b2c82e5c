package org.evenhand.review.growth.feedback.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.feedback.Feedback;
import org.evenhand.review.growth.feedback.FeedbackAction;

/** Which step on feedback belongs to whom. */
public final class FeedbackPermissions {

  private FeedbackPermissions() {}

  /** The operations that are both allowed now and the caller's to use. */
  public static List<String> open(Feedback feedback, Set<FeedbackRelation> relations, Instant at) {
    return feedback.allowed(at).stream()
        .filter(action -> permits(action, relations))
        .map(FeedbackAction::operation)
        .toList();
  }

  /**
   * @throws Problem 403
   */
  public static void require(FeedbackAction action, FeedbackContext context) {
    if (!permits(action, context.relations())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          action == FeedbackAction.HIDING
              ? "HR hides what is shown to them or public and went to somebody whom they serve, if"
                  + " it comes from and went to nobody of their own chain, nor themself."
              : "This feedback is not yours for " + action.operation() + ".");
    }
  }

  private static boolean permits(FeedbackAction action, Set<FeedbackRelation> relations) {
    return switch (action) {
      case ADDITION, RETRACTION -> relations.contains(FeedbackRelation.AUTHOR);
      case OPENING, CITATION -> relations.contains(FeedbackRelation.RECIPIENT);
      case HIDING ->
          relations.contains(FeedbackRelation.HR) || relations.contains(FeedbackRelation.HR_LEAD);
    };
  }
}
