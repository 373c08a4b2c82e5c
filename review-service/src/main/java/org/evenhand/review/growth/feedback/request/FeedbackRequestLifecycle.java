package org.evenhand.review.growth.feedback.request;

import static org.evenhand.review.growth.feedback.request.FeedbackRequestState.ASKED;
import static org.evenhand.review.growth.feedback.request.FeedbackRequestState.DECLINED;
import static org.evenhand.review.growth.feedback.request.FeedbackRequestState.GIVEN;
import static org.evenhand.review.growth.feedback.request.FeedbackRequestState.LAPSED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a request. It ends once, unless its answer is taken back. */
public final class FeedbackRequestLifecycle implements LifecycleSource {

  static final String GIVE = "giveFeedback";
  static final String DECLINE = "declineFeedbackRequest";
  static final String OPEN = "openFeedbackRequest";

  static final Lifecycle<FeedbackRequestState> OF_REQUESTS =
      Lifecycle.startingAt(ASKED)
          .may(ASKED, GIVE, GIVEN)
          .may(ASKED, DECLINE, DECLINED)
          .becomes(ASKED, LAPSED)
          .may(GIVEN, OPEN)
          .becomes(GIVEN, ASKED)
          .build();

  @Override
  public String schema() {
    return "FeedbackRequest";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_REQUESTS;
  }
}
