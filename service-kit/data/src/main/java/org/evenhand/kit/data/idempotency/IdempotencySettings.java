package org.evenhand.kit.data.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** {@code evenhand.idempotency.*} */
@ConfigMapping(prefix = "evenhand.idempotency")
public interface IdempotencySettings {

  /** How long a repeat waits for the first request with its key. */
  @WithDefault("10S")
  Duration patience();

  /** How long an answer is remembered. */
  @WithDefault("24H")
  Duration keep();

  /**
   * What remembered commands are hashed with, so that nobody tells by the database who has said
   * what; the same for all instances of a service. Whoever sets it or changes it forgets what is
   * remembered. Without it the client's keys alone protect that.
   */
  Optional<String> secret();
}
