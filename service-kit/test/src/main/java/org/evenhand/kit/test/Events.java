package org.evenhand.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Reads and writes topics from outside, as another system would. */
public final class Events implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final String bootstrapServers;
  private final Map<String, TopicReading> readings = new HashMap<>();
  private @Nullable KafkaProducer<String, @Nullable String> producer;

  public Events(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Of the broker of {@link KafkaResource}. */
  public static Events ofTest() {
    return KafkaResource.events();
  }

  /** All committed records of a topic so far, in partition order. */
  public synchronized List<ConsumerRecord<String, String>> all(String topic) {
    return readings.computeIfAbsent(topic, name -> new TopicReading(bootstrapServers, name)).all();
  }

  /** The records of a topic once at least {@code count} match, within 30 seconds. */
  public List<ConsumerRecord<String, String>> await(
      String topic, int count, Predicate<ConsumerRecord<String, String>> matching) {
    var deadline = Instant.now().plusSeconds(30);
    while (true) {
      var found = all(topic).stream().filter(matching).toList();
      if (found.size() >= count) {
        return found;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(
            "expected %d records in %s, found %d".formatted(count, topic, found.size()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Publishes a CloudEvent in binary mode; {@code json} null is a tombstone. */
  public void publish(
      String topic,
      String type,
      String source,
      String subject,
      long sequence,
      @Nullable String json) {
    publish(record(topic, null, type, source, subject, sequence, Instant.now(), json));
  }

  /**
   * A CloudEvent in binary mode.
   *
   * @param partition null for that of the subject
   */
  public static ProducerRecord<String, @Nullable String> record(
      String topic,
      @Nullable Integer partition,
      String type,
      String source,
      String subject,
      long sequence,
      Instant time,
      @Nullable String json) {
    var record = new ProducerRecord<String, @Nullable String>(topic, partition, subject, json);
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_source",
            source,
            "ce_subject",
            subject,
            "ce_time",
            time.toString(),
            "ce_sequence",
            Long.toString(sequence),
            "content-type",
            "application/json")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /** Publishes records at once, so that a consumer is likely to get them together. */
  public void publish(List<ProducerRecord<String, @Nullable String>> records) {
    records.stream().map(producer()::send).toList().forEach(Events::sent);
  }

  public int partitions(String topic) {
    return producer().partitionsFor(topic).size();
  }

  /** Publishes any record, for what a broken producer would send. */
  public void publish(ProducerRecord<String, @Nullable String> record) {
    sent(producer().send(record));
  }

  private static void sent(Future<RecordMetadata> sending) {
    try {
      sending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while publishing", e);
    } catch (ExecutionException e) {
      throw new AssertionError("not published", e);
    }
  }

  private synchronized KafkaProducer<String, @Nullable String> producer() {
    var known = producer;
    if (known == null) {
      known =
          new KafkaProducer<>(
              Map.<String, Object>of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers,
                  ProducerConfig.ACKS_CONFIG,
                  "all"),
              new StringSerializer(),
              new StringSerializer());
      producer = known;
    }
    return known;
  }

  @Override
  public synchronized void close() {
    readings.values().forEach(TopicReading::close);
    readings.clear();
    var closing = producer;
    producer = null;
    if (closing != null) {
      closing.close(Duration.ofSeconds(1));
    }
  }

  /** A header's text, or null. */
  public static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
