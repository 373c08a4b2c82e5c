package org.evenhand.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.local.kafka.KafkaNode;
import org.evenhand.local.process.FreePorts;

/** Kafka, which can go away and come back, and a look at its topics from outside. */
final class Kafka {
  private final Path folder;
  private final int port = FreePorts.next();
  private final int controller = FreePorts.next();
  private KafkaNode node;

  Kafka(Path folder) {
    this.folder = folder;
    this.node = next();
  }

  void start() {
    node = next();
    Starting.start(node);
  }

  void stop() {
    node.stop();
  }

  String address() {
    return node.address();
  }

  int port() {
    return port;
  }

  int controllerPort() {
    return controller;
  }

  private KafkaNode next() {
    return new KafkaNode(
        folder.resolve("kafka"), folder.resolve("logs/kafka.log"), port, controller);
  }

  /**
   * Every committed record of a topic until now; those of one key are in order. A producer's commit
   * returns before its markers are in every partition, so the end is that of what was sent at all:
   * what is committed a moment later is waited for.
   */
  List<ConsumerRecord<String, String>> all(String topic) {
    try (KafkaConsumer<String, String> consumer = consumer("read_committed");
        KafkaConsumer<String, String> ahead = consumer("read_uncommitted")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = ahead.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).records(topic).forEach(records::add);
      }
      return records;
    }
  }

  private KafkaConsumer<String, String> consumer(String isolation) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", node.address(), "isolation.level", isolation),
        new StringDeserializer(),
        new StringDeserializer());
  }

  /** Publishes CloudEvents as another service would, each new to its readers. */
  void publish(String topic, String type, Map<String, String> values) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", node.address()),
            new StringSerializer(),
            new StringSerializer())) {
      for (Map.Entry<String, String> value : values.entrySet()) {
        producer.send(event(topic, type, value.getKey(), value.getValue())).get();
      }
    }
  }

  private static ProducerRecord<String, String> event(
      String topic, String type, String key, String value) {
    ProducerRecord<String, String> event = new ProducerRecord<>(topic, key, value);
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", type,
            "ce_source", "/fault-tests",
            "ce_subject", key,
            "ce_time", "2026-01-01T00:00:00Z",
            "ce_sequence", "1")
        .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
    return event;
  }

  static String header(ConsumerRecord<?, ?> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
