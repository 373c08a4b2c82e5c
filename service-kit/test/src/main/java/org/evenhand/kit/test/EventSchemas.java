package org.evenhand.kit.test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Checks emitted events against the JSON Schemas that their producer publishes in its resources, at
 * {@code META-INF/resources/events/schemas/<type>.json}.
 */
public final class EventSchemas {

  private static final String FOLDER = "META-INF/resources/events/";
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private EventSchemas() {}

  /** The record's payload must fit the schema of its {@code ce_type}; a tombstone has none. */
  public static void check(ConsumerRecord<String, String> record) {
    if (record.value() != null) {
      check(String.valueOf(Events.header(record, "ce_type")), record.value());
    }
  }

  /** The committed example of a type must fit its schema too. */
  public static void checkExample(String type) {
    check(type, resource("examples/" + type + ".json"));
  }

  private static void check(String type, String json) {
    var failures =
        SCHEMAS.getSchema(resource("schemas/" + type + ".json")).validate(json, InputFormat.JSON);
    if (!failures.isEmpty()) {
      throw new AssertionError(type + " is not as its schema says: " + failures + "\n" + json);
    }
  }

  private static String resource(String path) {
    try (var in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new AssertionError("no " + FOLDER + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
