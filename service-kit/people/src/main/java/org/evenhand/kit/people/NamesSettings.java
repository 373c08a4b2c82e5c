package org.evenhand.kit.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code evenhand.names.*} */
@ConfigMapping(prefix = "evenhand.names")
public interface NamesSettings {

  /** How long an answer waits for names. */
  @WithDefault("0.5S")
  Duration patience();

  /** How long nobody is asked after names didn't come. */
  @WithDefault("5S")
  Duration pause();

  /** How long a name is remembered; a changed or erased one is shown no longer than this. */
  @WithDefault("1M")
  Duration keep();

  /** How many people are remembered. */
  @WithDefault("10000")
  int most();
}
