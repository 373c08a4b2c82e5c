package org.evenhand.kit.data.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A row on its way, and how it looks in Kafka: CloudEvents 1.0, binary mode. */
record OutboxRow(
    long id,
    String topic,
    String key,
    String type,
    String subject,
    @Nullable String payload,
    UUID eventId,
    String source,
    long sequence,
    Instant time,
    String dataschema,
    @Nullable String traceparent) {

  ProducerRecord<byte[], byte[]> toRecord() {
    byte[] value = payload == null ? null : payload.getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> entry = new ProducerRecord<>(topic, key.getBytes(UTF_8), value);
    Headers headers = entry.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", eventId.toString());
    add(headers, "ce_type", type);
    add(headers, "ce_source", source);
    add(headers, "ce_subject", subject);
    add(headers, "ce_time", time.truncatedTo(ChronoUnit.MICROS).toString());
    add(headers, "ce_sequence", Long.toString(sequence));
    if (payload != null) {
      add(headers, "ce_dataschema", dataschema);
      add(headers, "content-type", "application/json");
    }
    if (traceparent != null) {
      add(headers, "traceparent", traceparent);
    }
    return entry;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
