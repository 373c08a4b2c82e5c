package org.evenhand.review.review;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.cycle.CycleState;

/** What a review's state allows, whoever asks. */
public final class Allowed {

  private static final Set<ReviewAction> WORK =
      EnumSet.of(
          ReviewAction.SELF_CONTRIBUTION,
          ReviewAction.MANAGER_CONTRIBUTION,
          ReviewAction.PEER_CONTRIBUTION,
          ReviewAction.OBSERVATIONS,
          ReviewAction.RATINGS,
          ReviewAction.CONTEXT_NOTE,
          ReviewAction.REASSIGNMENT,
          ReviewAction.NOT_RATED);

  private static final Set<ReviewAction> NARRATIVE =
      EnumSet.of(ReviewAction.MANAGER_CONTRIBUTION, ReviewAction.CONTEXT_NOTE);

  private Allowed() {}

  public static Set<ReviewAction> actions(Review review, CycleState cycle) {
    Set<ReviewAction> actions = EnumSet.noneOf(ReviewAction.class);
    if (cycle == CycleState.CANCELLED) {
      return actions;
    }
    switch (review.phase()) {
      case NOT_STARTED, IN_PROGRESS -> {
        // A closed cycle takes no late work, only that on a review which was reopened.
        if (cycle != CycleState.CLOSED || review.revision() > 1) {
          actions.addAll(WORK);
          removeEnding(actions, review);
          if (review.standing().mayBeKept()) {
            actions.add(ReviewAction.REVIEWER_CONFIRMATION);
          }
          if (review.phase() == ReviewPhase.IN_PROGRESS) {
            actions.add(ReviewAction.SUBMISSION);
          }
        }
      }
      case SUBMITTED -> {
        actions.addAll(NARRATIVE);
        actions.add(ReviewAction.NOT_RATED);
        removeEnding(actions, review);
        addReopening(actions, review);
      }
      case IN_CALIBRATION -> actions.addAll(NARRATIVE);
      case SHARED -> {
        actions.add(ReviewAction.ACKNOWLEDGEMENT);
        addReopening(actions, review);
      }
      case CALIBRATED, NOT_CALIBRATED, ACKNOWLEDGED, FINAL -> addReopening(actions, review);
      case NOT_RATED, CANCELLED -> {}
    }
    return actions;
  }

  public static void require(Review review, ReviewAction action, CycleState cycle) {
    Set<ReviewAction> actions = actions(review, cycle);
    if (!actions.contains(action)) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, why(review, action, cycle))
          .allowing(actions.stream().map(ReviewAction::operation).distinct().toList());
    }
  }

  private static String why(Review review, ReviewAction action, CycleState cycle) {
    boolean reopening =
        action == ReviewAction.REOPENING || action == ReviewAction.REOPENING_COUNTERSIGNATURE;
    if (reopening && review.setByAppeal()) {
      return "The panel of an appeal has set this result: only another appeal changes it.";
    }
    return "A review that is "
        + review.phase()
        + " in a cycle that is "
        + cycle
        + " does not allow "
        + action.operation()
        + ".";
  }

  /** Both sides have agreed to look at it again: HR alone does not end that. */
  private static void removeEnding(Set<ReviewAction> actions, Review review) {
    if (review.revision() > 1) {
      actions.remove(ReviewAction.NOT_RATED);
    }
  }

  /** What is appealed against is the panel's to decide, and what it decided nobody undoes. */
  private static void addReopening(Set<ReviewAction> actions, Review review) {
    if (review.underAppeal() || review.setByAppeal()) {
      return;
    }
    actions.add(ReviewAction.REOPENING);
    if (review.reopening().isPresent()) {
      actions.add(ReviewAction.REOPENING_COUNTERSIGNATURE);
    }
  }
}
