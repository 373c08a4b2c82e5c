package org.evenhand.bench.submit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** A subscriber of the topic of reviews: what arrives from now on, and how late. */
final class Arrivals implements AutoCloseable {
  static final String TOPIC = "evenhand.internal.ratings";

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final KafkaConsumer<String, String> consumer;

  Arrivals(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(each -> new TopicPartition(TOPIC, each.partition()))
            .toList();
    consumer.assign(partitions);
    fromNow();
  }

  /** Passes over what is there. */
  void fromNow() {
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
  }

  /**
   * Waits for so many records and answers the milliseconds from each event's time, which is taken
   * within its transaction, to its arrival here.
   */
  List<Double> take(long count) {
    List<Double> delays = new ArrayList<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (delays.size() < count) {
      consumer.poll(POLL).forEach(entry -> delays.add(delay(entry)));
      if (System.nanoTime() > deadline) {
        throw new Trouble("Only %d of %d events have arrived".formatted(delays.size(), count));
      }
    }
    return delays;
  }

  /** The next event. */
  ConsumerRecord<String, String> one() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<String, String> entry : consumer.poll(POLL)) {
        return entry;
      }
    }
    throw new Trouble("No event has arrived");
  }

  private static double delay(ConsumerRecord<String, String> entry) {
    Instant time = Instant.parse(header(entry, "ce_time"));
    return ChronoUnit.MICROS.between(time, Instant.now()) / 1000.0;
  }

  static String header(ConsumerRecord<String, String> entry, String name) {
    var header = entry.headers().lastHeader(name);
    byte @Nullable [] value = header == null ? null : header.value();
    return value == null ? "" : new String(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
