package org.evenhand.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a {@code @QuarkusTest} a Kafka of its own, kept until the last test has run. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {

  private static @Nullable KafkaBroker broker;
  private static @Nullable Events events;

  /** The broker of the running tests, to be stopped and started by those that take it away. */
  public static KafkaBroker broker() {
    return Objects.requireNonNull(broker, "no test with KafkaResource is running");
  }

  /** Reads and writes the topics of {@link #broker()}, with one producer for all tests. */
  static Events events() {
    return Objects.requireNonNull(events, "no test with KafkaResource is running");
  }

  @Override
  public Map<String, String> start() {
    var started = KafkaBroker.started();
    broker = started;
    events = new Events(started.bootstrapServers());
    return Map.of("kafka.bootstrap.servers", started.bootstrapServers());
  }

  @Override
  public void stop() {
    events().close();
    var stopping = broker;
    broker = null;
    if (stopping != null) {
      stopping.close();
    }
  }
}
