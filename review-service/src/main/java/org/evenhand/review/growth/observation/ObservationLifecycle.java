package org.evenhand.review.growth.observation;

import static org.evenhand.review.growth.observation.ObservationState.CITED;
import static org.evenhand.review.growth.observation.ObservationState.KEPT;
import static org.evenhand.review.growth.observation.ObservationState.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of an observation. What a review rests on is taken back no more, unless the review is
 * cancelled.
 */
public final class ObservationLifecycle implements LifecycleSource {

  static final Lifecycle<ObservationState> OF_OBSERVATIONS =
      Lifecycle.startingAt(KEPT)
          .may(KEPT, "tellObservation")
          .may(KEPT, "replyToObservation")
          .may(KEPT, "citeObservation", CITED)
          .may(KEPT, "withdrawObservation", WITHDRAWN)
          .may(CITED, "replyToObservation")
          .may(CITED, "citeObservation")
          .becomes(CITED, KEPT)
          .build();

  @Override
  public String schema() {
    return "GatheredObservation";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_OBSERVATIONS;
  }
}
