package org.evenhand.review.growth.mentoring;

import static org.evenhand.review.growth.mentoring.MentoringState.ACTIVE;
import static org.evenhand.review.growth.mentoring.MentoringState.AGREED;
import static org.evenhand.review.growth.mentoring.MentoringState.ASKED;
import static org.evenhand.review.growth.mentoring.MentoringState.DECLINED;
import static org.evenhand.review.growth.mentoring.MentoringState.ENDED;
import static org.evenhand.review.growth.mentoring.MentoringState.PAUSED;
import static org.evenhand.review.growth.mentoring.MentoringState.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a mentoring. A leave pauses it; an exit, and a line between the two, end it. */
public final class MentoringLifecycle implements LifecycleSource {

  static final Lifecycle<MentoringState> OF_MENTORINGS =
      Lifecycle.startingAt(ASKED)
          .may(ASKED, "agreeMentoring", AGREED)
          .may(ASKED, "declineMentoring", DECLINED)
          .may(ASKED, "withdrawMentoring", WITHDRAWN)
          .becomes(ASKED, ENDED)
          .may(AGREED, "beginMentoring", ACTIVE)
          .may(AGREED, "endMentoring", ENDED)
          .becomes(AGREED, ENDED)
          .may(ACTIVE, "endMentoring", ENDED)
          .becomes(ACTIVE, PAUSED)
          .becomes(ACTIVE, ENDED)
          .may(PAUSED, "endMentoring", ENDED)
          .becomes(PAUSED, ACTIVE)
          .becomes(PAUSED, ENDED)
          .build();

  @Override
  public String schema() {
    return "MentoringView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_MENTORINGS;
  }
}
