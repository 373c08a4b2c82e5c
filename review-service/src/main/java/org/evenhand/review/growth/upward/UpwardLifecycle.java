package org.evenhand.review.growth.upward;

import static org.evenhand.review.growth.upward.UpwardState.CANCELLED;
import static org.evenhand.review.growth.upward.UpwardState.CLOSED;
import static org.evenhand.review.growth.upward.UpwardState.OPEN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a round. It closes on its day by itself, and by nobody's doing before. */
public final class UpwardLifecycle implements LifecycleSource {

  static final Lifecycle<UpwardState> OF_ROUNDS =
      Lifecycle.startingAt(OPEN)
          .may(OPEN, "putUpwardAnswers")
          .may(OPEN, "withdrawUpwardAnswers")
          .may(OPEN, "cancelUpwardRound", CANCELLED)
          .becomes(OPEN, CLOSED)
          .becomes(OPEN, CANCELLED)
          .build();

  @Override
  public String schema() {
    return "UpwardRoundView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_ROUNDS;
  }
}
