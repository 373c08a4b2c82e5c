package org.evenhand.review.cycle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How work that goes through a whole cycle is cut up. */
@ConfigMapping(prefix = "evenhand.cycle")
public interface CycleSettings {

  /** People per transaction: a stop costs at most the work of one chunk. */
  @WithDefault("250")
  int chunk();
}
