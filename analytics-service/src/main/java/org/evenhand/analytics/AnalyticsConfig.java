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

  /** The least number of people who must have moved before what is shown of a group changes. */
  @WithDefault("5")
  int leastChange();

  /** How long a cycle must have been still before a look at it counts as a look at all of it. */
  @WithDefault("PT10S")
  Duration settle();

  /** How long a busy cycle may keep what is shown from being renewed. */
  @WithDefault("PT15M")
  Duration patience();
}
