package org.evenhand.kit.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.evenhand.kit.web.text.Texts;

/** Says what annotations say in the one form that every validator and generator reads alike. */
final class PortableForms {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PortableForms() {}

  static void complete(OpenAPI api) {
    new DocumentSchemas(api).forEach(PortableForms::complete);
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(
            operation ->
                operation.getRequestBody().getContent().getMediaTypes().entrySet().stream())
        .filter(media -> !Bounds.isJson(media.getKey()))
        .map(Map.Entry::getValue)
        .forEach(PortableForms::complete);
  }

  private static void complete(Schema schema) {
    String pattern = schema.getPattern();
    if (Texts.WORDS.equals(pattern)) {
      schema.setPattern(Texts.PUBLISHED_WORDS);
    } else if (pattern != null && !(pattern.startsWith("^") && pattern.endsWith("$"))) {
      // What is validated is the whole text; JSON Schema looks for a part of it unless told
      schema.setPattern("^(?:" + pattern + ")$");
    }
    if (isBoolean(schema) && schema.getDefaultValue() instanceof String text) {
      schema.setDefaultValue(Boolean.valueOf(text));
    }
  }

  private static boolean isBoolean(Schema schema) {
    return schema.getType() != null && schema.getType().contains(Schema.SchemaType.BOOLEAN);
  }

  /** SmallRye takes one line of NDJSON for an object, but the body is a text. */
  private static void complete(MediaType media) {
    if (media.getExamples() != null) {
      media.getExamples().values().stream()
          .filter(example -> !(example.getValue() instanceof String))
          .forEach(PortableForms::write);
    }
  }

  private static void write(Example example) {
    try {
      example.setValue(JSON.writeValueAsString(example.getValue()) + "\n");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
