package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record in CloudEvents' structured JSON mode: what the binary mode of Kafka says in headers
 * stands beside {@code data}. Data are passed on as they are, digit by digit. A tombstone has none.
 *
 * @param next behind its record
 */
record CloudEvent(TopicPartition partition, Offset next, String type, String json) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String ATTRIBUTE = "ce_";
  private static final String TYPE = "type";

  /** Nothing of a type that isn't wanted, or of a record without a type: it isn't one of ours. */
  static Optional<CloudEvent> of(ConsumerRecord<byte[], byte[]> record, Predicate<String> wanted) {
    Map<String, String> attributes = attributes(record);
    return Optional.ofNullable(attributes.get(TYPE))
        .filter(wanted)
        .map(
            type ->
                new CloudEvent(
                    new TopicPartition(record.topic(), record.partition()),
                    behind(record),
                    type,
                    written(attributes, record.value())));
  }

  static Offset behind(ConsumerRecord<byte[], byte[]> record) {
    return new Offset(record.offset() + 1, record.leaderEpoch().orElse(Offset.NO_EPOCH));
  }

  private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> record) {
    Map<String, String> attributes = new TreeMap<>();
    for (Header header : record.headers()) {
      if (header.value() == null) {
        continue;
      }
      String text = new String(header.value(), UTF_8);
      if (header.key().startsWith(ATTRIBUTE)) {
        attributes.put(header.key().substring(ATTRIBUTE.length()), text);
      } else if (header.key().equals("content-type")) {
        attributes.put("datacontenttype", text);
      }
    }
    return attributes;
  }

  private static String written(Map<String, String> attributes, byte @Nullable [] data) {
    try {
      return written(attributes, data, false);
    } catch (IOException notJson) {
      // Not only Jackson's own: bytes that look like UTF-32 fail as characters do
      return unread(attributes, data);
    }
  }

  /** No producer of ours writes such a thing; one that did must not stop every reader. */
  private static String unread(Map<String, String> attributes, byte @Nullable [] data) {
    try {
      return written(attributes, data, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(
      Map<String, String> attributes, byte @Nullable [] data, boolean bytes) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        json.writeStringField(attribute.getKey(), attribute.getValue());
      }
      if (data != null && bytes) {
        json.writeBinaryField("data_base64", data);
      } else if (data != null) {
        json.writeFieldName("data");
        copy(data, json);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void copy(byte[] data, JsonGenerator to) throws IOException {
    try (JsonParser parser = JSON.createParser(data)) {
      if (parser.nextToken() == null) {
        throw new JsonParseException(parser, "no JSON");
      }
      to.copyCurrentStructureExact(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value");
      }
    }
  }
}
