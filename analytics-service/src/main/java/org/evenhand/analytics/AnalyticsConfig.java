package org.evenhand.analytics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of this service. */
@ConfigMapping(prefix = "evenhand.analytics")
public interface AnalyticsConfig {

  /** The least number of people in a group of which figures are shown. */
  @WithDefault("5")
  int leastGroup();

  /** The least number of people in a group of which a whole distribution is shown. */
  @WithDefault("10")
  int leastDistribution();

  /** How long an imported year must have been still before it is published and judged. */
  @WithDefault("PT10S")
  Duration settle();

  /** How long nothing of a year may have come in before its access audits are published late. */
  @WithDefault("P1D")
  Duration settleLate();
}
