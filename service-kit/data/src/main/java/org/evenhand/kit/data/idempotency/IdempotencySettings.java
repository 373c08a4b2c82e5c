package org.evenhand.kit.data.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code evenhand.idempotency.*} */
@ConfigMapping(prefix = "evenhand.idempotency")
public interface IdempotencySettings {

  /** How long a repeat waits for the first request with its key. */
  @WithDefault("10S")
  Duration patience();

  /** How long an answer is remembered. */
  @WithDefault("24H")
  Duration keep();
}
