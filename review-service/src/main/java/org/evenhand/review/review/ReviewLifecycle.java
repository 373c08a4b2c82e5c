package org.evenhand.review.review;

import static org.evenhand.review.review.ReviewPhase.ACKNOWLEDGED;
import static org.evenhand.review.review.ReviewPhase.CALIBRATED;
import static org.evenhand.review.review.ReviewPhase.CANCELLED;
import static org.evenhand.review.review.ReviewPhase.FINAL;
import static org.evenhand.review.review.ReviewPhase.IN_CALIBRATION;
import static org.evenhand.review.review.ReviewPhase.IN_PROGRESS;
import static org.evenhand.review.review.ReviewPhase.NOT_CALIBRATED;
import static org.evenhand.review.review.ReviewPhase.NOT_RATED;
import static org.evenhand.review.review.ReviewPhase.NOT_STARTED;
import static org.evenhand.review.review.ReviewPhase.SHARED;
import static org.evenhand.review.review.ReviewPhase.SUBMITTED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of a review. What nobody asks for by name comes by its cycle or its calibration session;
 * {@link Allowed} says which of the steps the cycle and the joint decisions still leave open.
 */
public final class ReviewLifecycle implements LifecycleSource {

  static final Lifecycle<ReviewPhase> OF_REVIEWS =
      Lifecycle.startingAt(NOT_STARTED)
          .may(NOT_STARTED, "putContribution", NOT_STARTED, IN_PROGRESS)
          .may(NOT_STARTED, "recordObservation", IN_PROGRESS)
          .may(NOT_STARTED, "rateCriterion", IN_PROGRESS)
          .may(NOT_STARTED, "putContextNote", IN_PROGRESS)
          .may(NOT_STARTED, "reassignReview")
          .may(NOT_STARTED, "confirmReviewer")
          .may(NOT_STARTED, "endUnrated", NOT_RATED)
          .becomes(NOT_STARTED, CANCELLED)
          .may(IN_PROGRESS, "putContribution")
          .may(IN_PROGRESS, "recordObservation")
          .may(IN_PROGRESS, "rateCriterion")
          .may(IN_PROGRESS, "putContextNote")
          .may(IN_PROGRESS, "reassignReview")
          .may(IN_PROGRESS, "confirmReviewer")
          .may(IN_PROGRESS, "submitReview", SUBMITTED)
          .may(IN_PROGRESS, "endUnrated", NOT_RATED)
          .becomes(IN_PROGRESS, CANCELLED)
          .may(SUBMITTED, "putContribution")
          .may(SUBMITTED, "putContextNote")
          .may(SUBMITTED, "endUnrated", NOT_RATED)
          .may(SUBMITTED, "proposeReopening")
          .may(SUBMITTED, "countersignReopening", IN_PROGRESS)
          .becomes(SUBMITTED, IN_CALIBRATION)
          .becomes(SUBMITTED, NOT_CALIBRATED)
          .becomes(SUBMITTED, CANCELLED)
          .may(IN_CALIBRATION, "putContribution")
          .may(IN_CALIBRATION, "putContextNote")
          .becomes(IN_CALIBRATION, CALIBRATED)
          .becomes(IN_CALIBRATION, SUBMITTED)
          .becomes(IN_CALIBRATION, CANCELLED)
          .may(CALIBRATED, "proposeReopening")
          .may(CALIBRATED, "countersignReopening", IN_PROGRESS)
          .becomes(CALIBRATED, SHARED)
          .becomes(CALIBRATED, CANCELLED)
          .may(NOT_CALIBRATED, "proposeReopening")
          .may(NOT_CALIBRATED, "countersignReopening", IN_PROGRESS)
          .becomes(NOT_CALIBRATED, SHARED)
          .becomes(NOT_CALIBRATED, CANCELLED)
          .may(SHARED, "acknowledgeReview", ACKNOWLEDGED)
          .may(SHARED, "proposeReopening")
          .may(SHARED, "countersignReopening", IN_PROGRESS)
          .becomes(SHARED, FINAL)
          .becomes(SHARED, SHARED)
          .may(ACKNOWLEDGED, "proposeReopening")
          .may(ACKNOWLEDGED, "countersignReopening", IN_PROGRESS)
          .becomes(ACKNOWLEDGED, FINAL)
          .becomes(ACKNOWLEDGED, SHARED)
          .may(FINAL, "proposeReopening")
          .may(FINAL, "countersignReopening", IN_PROGRESS)
          .becomes(FINAL, SHARED)
          .may(NOT_RATED, "addJoiner", NOT_STARTED, IN_PROGRESS, SUBMITTED)
          .build();

  @Override
  public String schema() {
    return "ReviewView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_REVIEWS;
  }
}
