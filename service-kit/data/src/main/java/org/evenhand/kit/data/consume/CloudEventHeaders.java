package org.evenhand.kit.data.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.evenhand.kit.data.json.Json;
import org.jspecify.annotations.Nullable;

/** A record in CloudEvents' binary mode (Kafka protocol binding 1.0.2). */
final class CloudEventHeaders {

  private CloudEventHeaders() {}

  /**
   * @throws RefusedEvent when it isn't one
   */
  static ReceivedEvent read(ConsumerRecord<byte[], byte[]> entry) {
    String version = required(entry, "ce_specversion");
    if (!version.equals("1.0")) {
      throw new RefusedEvent("ce_specversion is not 1.0");
    }
    String subject = required(entry, "ce_subject");
    return new ReceivedEvent(
        entry.topic(),
        entry.key() == null ? subject : new String(entry.key(), UTF_8),
        required(entry, "ce_id"),
        required(entry, "ce_type"),
        required(entry, "ce_source"),
        subject,
        sequence(entry),
        time(entry),
        data(entry.value()));
  }

  private static String required(ConsumerRecord<byte[], byte[]> entry, String name) {
    Header header = entry.headers().lastHeader(name);
    if (header == null || header.value() == null || header.value().length == 0) {
      throw new RefusedEvent("the header " + name + " is missing");
    }
    return new String(header.value(), UTF_8);
  }

  private static long sequence(ConsumerRecord<byte[], byte[]> entry) {
    try {
      return Long.parseLong(required(entry, "ce_sequence"));
    } catch (NumberFormatException e) {
      throw new RefusedEvent("ce_sequence is not a whole number", e);
    }
  }

  private static Instant time(ConsumerRecord<byte[], byte[]> entry) {
    try {
      return OffsetDateTime.parse(required(entry, "ce_time")).toInstant();
    } catch (DateTimeException e) {
      throw new RefusedEvent("ce_time is not an RFC 3339 time", e);
    }
  }

  private static @Nullable JsonNode data(byte @Nullable [] value) {
    if (value == null) {
      return null;
    }
    try {
      JsonNode data = Json.mapper().readTree(value);
      if (data == null || data.isMissingNode() || data.isNull()) {
        throw new RefusedEvent("the data is empty");
      }
      return data;
    } catch (IOException e) {
      throw new RefusedEvent("the data is not JSON", e);
    }
  }
}
