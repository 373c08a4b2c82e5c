package org.evenhand.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings that an installation decides. */
@ConfigMapping(prefix = "evenhand.policy")
public interface PolicySettings {

  /**
   * Least days of consultation of a policy's first version. Every later version keeps to what the
   * version that it replaces has promised.
   */
  @WithDefault("14")
  int firstConsultationDays();

  /** Least days from announcement to effect of a policy's first version. */
  @WithDefault("30")
  int firstNoticeDays();

  /** How long managers know of an announcement before everyone does. */
  @WithDefault("P2D")
  Duration briefing();

  /**
   * Least number of duties, reviews, seats or appeals that a figure of an agenda counts. The same
   * as in analytics-service, which shows the figures behind.
   */
  @WithDefault("5")
  int leastGroup();
}
