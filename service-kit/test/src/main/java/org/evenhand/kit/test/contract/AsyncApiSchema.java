package org.evenhand.kit.test.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Checks a document against the JSON Schema of AsyncAPI 3.0.0, reduced to the Kafka bindings. */
public final class AsyncApiSchema {

  private static final JsonSchema SCHEMA = schema();

  private AsyncApiSchema() {}

  /** Fails with each place at which the document isn't valid. */
  public static void check(JsonNode document) {
    assertEquals(Set.of(), SCHEMA.validate(document));
  }

  private static JsonSchema schema() {
    try (var in = AsyncApiSchema.class.getResourceAsStream("asyncapi-3.0.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
