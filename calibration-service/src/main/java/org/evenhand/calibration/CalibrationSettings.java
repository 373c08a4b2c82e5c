package org.evenhand.calibration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of calibration-service. */
@ConfigMapping(prefix = "evenhand.calibration")
public interface CalibrationSettings {

  /** Resamples for the interval of alpha; 2,000 put its limits within about 0.01. */
  @WithDefault("2000")
  int alphaReplicates();

  /** How many people a case that is shown to all has to be one of. */
  @WithDefault("5")
  int leastGroup();

  /** The client by whose token review-service asks for reasons in words. */
  @WithDefault("evenhand-review")
  String reviewServiceClient();
}
