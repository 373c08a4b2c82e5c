package org.evenhand.kit.data.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.kafka.KafkaClients;

/**
 * Sets a record aside in {@code <topic>.<group>.dlq}, as it came, with headers that say why and
 * where it was. The cause names no content.
 */
final class DeadLetters {

  static final String CAUSE = "dlq_cause";
  static final String TOPIC = "dlq_topic";
  static final String PARTITION = "dlq_partition";
  static final String OFFSET = "dlq_offset";
  static final String TIMESTAMP = "dlq_timestamp";
  static final String FAILED_AT = "dlq_failed_at";
  static final String ATTEMPTS = "dlq_attempts";

  private final KafkaClients kafka;
  private final EventHandler handler;
  private final InstantSource clock;

  DeadLetters(KafkaClients kafka, EventHandler handler, InstantSource clock) {
    this.kafka = kafka;
    this.handler = handler;
    this.clock = clock;
  }

  static String topic(EventHandler handler) {
    return handler.topic() + "." + handler.group() + ".dlq";
  }

  /** Returns when Kafka has the record; only then may the consumer move on. */
  void add(ConsumerRecord<byte[], byte[]> entry, Throwable cause) {
    List<Header> headers =
        new java.util.ArrayList<>(
            StreamSupport.stream(entry.headers().spliterator(), false)
                .filter(header -> !header.key().startsWith("dlq_"))
                .toList());
    headers.add(header(CAUSE, cause(cause)));
    headers.add(original(entry, TOPIC, entry.topic()));
    headers.add(original(entry, PARTITION, Integer.toString(entry.partition())));
    headers.add(original(entry, OFFSET, Long.toString(entry.offset())));
    headers.add(original(entry, TIMESTAMP, Instant.ofEpochMilli(entry.timestamp()).toString()));
    headers.add(header(FAILED_AT, clock.instant().toString()));
    headers.add(header(ATTEMPTS, Integer.toString(attempts(entry) + 1)));
    send(new ProducerRecord<>(topic(handler), null, entry.key(), entry.value(), headers));
  }

  static int attempts(ConsumerRecord<byte[], byte[]> entry) {
    Header header = entry.headers().lastHeader(ATTEMPTS);
    return header == null ? 0 : Integer.parseInt(new String(header.value(), UTF_8));
  }

  private void send(ProducerRecord<byte[], byte[]> letter) {
    // Dead letters are rare, so a producer for each costs less than one that idles in every loop.
    try (Producer<byte[], byte[]> producer = kafka.producer()) {
      producer.send(letter).get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw new org.apache.kafka.common.KafkaException("dead letter not sent", e.getCause());
    }
  }

  /** A letter that fails again on replay keeps its first origin. */
  private static Header original(ConsumerRecord<byte[], byte[]> entry, String key, String value) {
    Header earlier = entry.headers().lastHeader(key);
    return earlier == null ? header(key, value) : earlier;
  }

  private static Header header(String key, String value) {
    return new RecordHeader(key, value.getBytes(UTF_8));
  }

  static String cause(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof RefusedEvent) {
        return String.valueOf(each.getMessage());
      }
    }
    return Failures.withoutContent(cause);
  }
}
