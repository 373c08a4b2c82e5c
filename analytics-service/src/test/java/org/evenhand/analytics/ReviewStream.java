package org.evenhand.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.kit.test.KafkaResource;

/** The topics of the other services, as these write them: many events by one producer. */
public final class ReviewStream implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", KafkaResource.broker().bootstrapServers(), "acks", "all"),
          new StringSerializer(),
          new StringSerializer());

  /**
   * An event with its place in the order of its subject.
   *
   * @param data null for a tombstone
   */
  public record Sent(
      String topic,
      String type,
      String source,
      UUID subject,
      long sequence,
      Map<String, Object> data) {}

  public void send(List<Sent> events) {
    events.forEach(this::send);
    producer.flush();
  }

  private void send(Sent event) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            event.topic(),
            event.subject().toString(),
            event.data() == null ? null : json(event.data()));
    Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", event.type(),
            "ce_source", event.source(),
            "ce_subject", event.subject().toString(),
            "ce_time", Instant.now().toString(),
            "ce_sequence", Long.toString(event.sequence()),
            "content-type", "application/json")
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    var unused = producer.send(record);
  }

  private static String json(Map<String, Object> data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
