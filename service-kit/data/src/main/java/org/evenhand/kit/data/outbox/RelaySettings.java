package org.evenhand.kit.data.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code evenhand.relay.*} */
@ConfigMapping(prefix = "evenhand.relay")
public interface RelaySettings {

  /** Off where Kafka Connect with Debezium ships the outbox. */
  @WithDefault("true")
  boolean enabled();

  /** How often to look for new rows. After a full batch the next follows at once. */
  @WithDefault("50MS")
  Duration poll();

  @WithDefault("500")
  int batch();

  /** The longest pause between two attempts while Kafka or the database is away. */
  @WithDefault("5S")
  Duration longestPause();
}
