package org.evenhand.kit.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes properties, parameters and operations from resources: {@code ReviewView.revision} for a
 * property of one schema, {@code revision} for what means the same wherever it stands, {@code
 * operation.submitReview} for an operation. What a service says in {@code openapi/words.properties}
 * goes before what all have in common, and what an author says in Java before both.
 */
final class Words {

  private final Properties words = new Properties();

  Words() {
    read("openapi/common-words.properties");
    read("openapi/words.properties");
  }

  private void read(String resource) {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (file != null) {
        words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }

  void describe(OpenAPI api) {
    if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
      api.getComponents().getSchemas().forEach(this::describe);
    }
    if (api.getPaths() != null) {
      api.getPaths().getPathItems().values().stream()
          .flatMap(item -> item.getOperations().values().stream())
          .forEach(this::describe);
    }
  }

  private void describe(String name, Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      properties.forEach(
          (property, described) -> {
            if (described.getDescription() == null) {
              described.setDescription(
                  words.getProperty(name + "." + property, words.getProperty(property)));
            }
          });
    }
  }

  private void describe(Operation operation) {
    if (operation.getDescription() == null) {
      operation.setDescription(words.getProperty("operation." + operation.getOperationId()));
    }
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        if (parameter.getDescription() == null && parameter.getName() != null) {
          parameter.setDescription(
              words.getProperty(
                  operation.getOperationId() + "." + parameter.getName(),
                  words.getProperty(parameter.getName())));
        }
      }
    }
  }
}
