package org.evenhand.kit.data.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Clients with the connection and security of {@code kafka.*}, and with the delivery promises of
 * the suite, which no configuration can weaken.
 */
@ApplicationScoped
public class KafkaClients {

  private final Map<String, Object> connection;

  public KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.connection = Map.copyOf(connection);
  }

  public Consumer<byte[], byte[]> consumer(String group, int batch) {
    return new KafkaConsumer<>(
        consumerSettings(connection, group, batch),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  public Producer<byte[], byte[]> producer() {
    return producer(producerSettings(connection));
  }

  public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
    return producer(transactional(connection, transactionalId));
  }

  public Admin admin() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put("default.api.timeout.ms", 5_000);
    settings.put("request.timeout.ms", 4_000);
    return Admin.create(settings);
  }

  /** Public for the relay's crash test, which runs it in a process without Quarkus. */
  public static Map<String, Object> transactional(Map<String, Object> connection, String id) {
    Map<String, Object> settings = producerSettings(connection);
    settings.put("transactional.id", id);
    settings.put("transaction.timeout.ms", 30_000);
    return settings;
  }

  public static Producer<byte[], byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> producerSettings(Map<String, Object> connection) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    // A payload is at most 512 Ki characters, which are at most 1.5 MiB.
    settings.put("max.request.size", 2 * 1024 * 1024);
    settings.put("max.block.ms", 10_000);
    settings.put("request.timeout.ms", 10_000);
    settings.put("delivery.timeout.ms", 20_000);
    settings.putIfAbsent("reconnect.backoff.max.ms", 2_000);
    return settings;
  }

  private static Map<String, Object> consumerSettings(
      Map<String, Object> connection, String group, int batch) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put("group.id", group);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    settings.put("max.poll.records", batch);
    settings.put("default.api.timeout.ms", 15_000);
    settings.putIfAbsent(
        "partition.assignment.strategy",
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    settings.putIfAbsent("reconnect.backoff.max.ms", 2_000);
    // A new topic is found soon, not after five minutes.
    settings.putIfAbsent("metadata.max.age.ms", 30_000);
    return settings;
  }
}
