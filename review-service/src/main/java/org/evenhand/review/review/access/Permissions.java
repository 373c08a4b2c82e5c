package org.evenhand.review.review.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.review.Allowed;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;

/** Which step on a review belongs to whom. */
public final class Permissions {

  private static final Set<ReviewAction> OF_REVIEWERS =
      EnumSet.of(
          ReviewAction.MANAGER_CONTRIBUTION,
          ReviewAction.OBSERVATIONS,
          ReviewAction.RATINGS,
          ReviewAction.CONTEXT_NOTE,
          ReviewAction.SUBMISSION,
          ReviewAction.REOPENING_COUNTERSIGNATURE);

  private Permissions() {}

  /** The reviewer in whose place the viewer takes a step that is the reviewer's. */
  public static Optional<UUID> actingFor(ReviewAction action, Review review, Viewer viewer) {
    return review
        .reviewerId()
        .filter(reviewer -> OF_REVIEWERS.contains(action) && !viewer.is(reviewer));
  }

  /** The steps that are both allowed by the state and the caller's to take. */
  public static Set<ReviewAction> open(
      Review review, CycleState cycle, Set<Relation> relations, Viewer viewer) {
    Set<ReviewAction> actions = EnumSet.noneOf(ReviewAction.class);
    for (ReviewAction action : Allowed.actions(review, cycle)) {
      if (permits(action, review, relations, viewer)) {
        actions.add(action);
      }
    }
    return actions;
  }

  public static boolean permits(
      ReviewAction action, Review review, Set<Relation> relations, Viewer viewer) {
    boolean hr = relations.contains(Relation.HR) || relations.contains(Relation.HR_LEAD);
    return switch (action) {
      case SELF_CONTRIBUTION, ACKNOWLEDGEMENT -> relations.contains(Relation.OWN);
      case MANAGER_CONTRIBUTION, OBSERVATIONS, RATINGS, CONTEXT_NOTE, SUBMISSION ->
          relations.contains(Relation.REVIEWER);
      case PEER_CONTRIBUTION ->
          review.contributors().include(viewer.employeeId(), ContributionType.PEER);
      // Where nobody is above, naming a reviewer is the HR lead's alone.
      case REASSIGNMENT ->
          review.reviewerId().isPresent() ? hr : relations.contains(Relation.HR_LEAD);
      case REVIEWER_CONFIRMATION, REOPENING, NOT_RATED -> hr;
      case REOPENING_COUNTERSIGNATURE ->
          (relations.contains(Relation.REVIEWER) || relations.contains(Relation.LINE))
              && review
                  .reopening()
                  .filter(proposed -> !viewer.is(proposed.decision().proposal().employeeId()))
                  .isPresent();
    };
  }
}
