package org.evenhand.kit.data.consume;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code evenhand.consume.*} */
@ConfigMapping(prefix = "evenhand.consume")
public interface ConsumeSettings {

  @WithDefault("true")
  boolean enabled();

  /** The most records of one poll, and so of one transaction. */
  @WithDefault("500")
  int batch();

  /** How long a poll waits for records. */
  @WithDefault("200MS")
  Duration poll();

  /** The longest pause between two attempts while a dependency is away. */
  @WithDefault("10S")
  Duration longestPause();
}
