package org.evenhand.gateway.catalogue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves the documents of the suite in {@code target}, for linters and generators. */
class DocumentFilesTest {

  private static final Path TARGET = Path.of("target");

  @Test
  void theDocumentsAreWrittenForLintersAndGenerators() throws IOException {
    Suite suite = new Suite();
    write(TARGET.resolve("openapi.json"), suite.openApi());
    JsonNode catalogue = suite.asyncApi();
    write(TARGET.resolve("events/asyncapi.json"), catalogue);
    for (Path folder : suite.schemas()) {
      try (var schemas = Files.list(folder)) {
        for (Path schema : schemas.toList()) {
          Path copy = TARGET.resolve("events/schemas").resolve(schema.getFileName());
          Files.createDirectories(copy.getParent());
          Files.copy(schema, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    List<JsonNode> payloads = catalogue.findValues("payload");
    payloads.forEach(
        payload -> {
          Path schema = TARGET.resolve("events").resolve(payload.path("$ref").asText());
          assertTrue(Files.exists(schema), schema.toString());
        });
  }

  private static void write(Path file, JsonNode document) throws IOException {
    Files.createDirectories(file.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
  }
}
