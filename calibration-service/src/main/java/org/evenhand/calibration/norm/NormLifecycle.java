package org.evenhand.calibration.norm;

import static org.evenhand.calibration.norm.NormState.AGREED;
import static org.evenhand.calibration.norm.NormState.CARRIED;
import static org.evenhand.calibration.norm.NormState.EXPIRED;
import static org.evenhand.calibration.norm.NormState.PROPOSED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a norm: agreed on by people, then carried on or ended with the anchor. */
public final class NormLifecycle implements LifecycleSource {

  static final String AGREE = "agreeToNorm";

  static final Lifecycle<NormState> OF_NORMS =
      Lifecycle.startingAt(PROPOSED)
          .may(PROPOSED, AGREE, PROPOSED, AGREED)
          .becomes(PROPOSED, EXPIRED)
          .becomes(AGREED, CARRIED)
          .becomes(AGREED, EXPIRED)
          .becomes(CARRIED, CARRIED)
          .becomes(CARRIED, EXPIRED)
          .build();

  @Override
  public String schema() {
    return "NormView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_NORMS;
  }
}
