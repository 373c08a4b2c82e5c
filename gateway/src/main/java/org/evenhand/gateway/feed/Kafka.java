package org.evenhand.gateway.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's connections to Kafka, with the address and security of {@code kafka.*}. They are
 * made when they are first needed, so that the gateway starts while Kafka is away.
 */
@Singleton
class Kafka {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final long A_SECOND = Duration.ofSeconds(1).toNanos();
  private static final int FETCHED_BYTES = 4 * 1024 * 1024;
  private static final int FETCHED_RECORDS = 500;

  private final Map<String, Object> connection;
  private volatile @Nullable Admin admin;
  private @Nullable KafkaException refusal;
  private long refusedAt;

  Kafka(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.connection = Map.copyOf(connection);
  }

  /** One for all: it asks without waiting, and is safe for many threads. */
  Optional<Admin> made() {
    return Optional.ofNullable(admin);
  }

  /**
   * Waits for the names of the brokers and for who signs it in.
   *
   * @throws KafkaException when it can't be made; for a second after that it isn't tried again
   */
  synchronized Admin admin() {
    Admin present = admin;
    if (present == null) {
      if (refusal != null && System.nanoTime() - refusedAt < A_SECOND) {
        throw refusal;
      }
      present = create();
      admin = present;
    }
    return present;
  }

  private Admin create() {
    Map<String, Object> settings = patient();
    settings.put("request.timeout.ms", PATIENCE_MILLIS - 1_000);
    try {
      return Admin.create(settings);
    } catch (KafkaException e) {
      refusal = e;
      refusedAt = System.nanoTime();
      throw e;
    }
  }

  /**
   * In no group: what it reads next is told by a cursor, and where that leads nowhere, it must not
   * go elsewhere by itself.
   */
  Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = patient();
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "none");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("max.poll.records", FETCHED_RECORDS);
    settings.put("fetch.max.bytes", FETCHED_BYTES);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private Map<String, Object> patient() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.remove("group.id");
    settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
    settings.putIfAbsent("reconnect.backoff.max.ms", 2_000);
    return settings;
  }

  synchronized void close(@Observes ShutdownEvent ending) {
    Admin present = admin;
    if (present != null) {
      present.close(Duration.ZERO);
      admin = null;
    }
  }
}
