package org.evenhand.review.growth.feedback;

import static org.evenhand.review.growth.feedback.FeedbackState.ADDED_TO;
import static org.evenhand.review.growth.feedback.FeedbackState.GIVEN;
import static org.evenhand.review.growth.feedback.FeedbackState.HIDDEN;
import static org.evenhand.review.growth.feedback.FeedbackState.RETRACTED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of feedback. What is gone never returns. */
public final class FeedbackLifecycle implements LifecycleSource {

  static final Lifecycle<FeedbackState> OF_FEEDBACK =
      Lifecycle.startingAt(GIVEN)
          .may(GIVEN, "addToFeedback", ADDED_TO)
          .may(GIVEN, "openFeedback")
          .may(GIVEN, "citeFeedback")
          .may(GIVEN, "retractFeedback", RETRACTED)
          .may(GIVEN, "hideFeedback", HIDDEN)
          .may(ADDED_TO, "addToFeedback")
          .may(ADDED_TO, "openFeedback")
          .may(ADDED_TO, "citeFeedback")
          .may(ADDED_TO, "retractFeedback", RETRACTED)
          .may(ADDED_TO, "hideFeedback", HIDDEN)
          .build();

  @Override
  public String schema() {
    return "Feedback";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_FEEDBACK;
  }
}
