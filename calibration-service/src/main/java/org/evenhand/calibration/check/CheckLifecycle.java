package org.evenhand.calibration.check;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a check: begun, and over with its note, or given back where nothing is left of it. */
public final class CheckLifecycle implements LifecycleSource {

  static final String NOTE = "noteCalibrationCheck";

  static final String RETURN = "returnCalibrationCheck";

  static final Lifecycle<CheckState> OF_CHECKS =
      Lifecycle.startingAt(CheckState.BEGUN)
          .may(CheckState.BEGUN, NOTE, CheckState.NOTED)
          .may(CheckState.BEGUN, RETURN, CheckState.RETURNED)
          .build();

  @Override
  public String schema() {
    return "CheckView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CHECKS;
  }
}
