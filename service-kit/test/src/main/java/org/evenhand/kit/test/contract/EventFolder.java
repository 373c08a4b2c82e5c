package org.evenhand.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A producer's description of its events: {@code asyncapi.json}, and a JSON Schema per type in
 * {@code schemas}.
 */
public record EventFolder(JsonNode asyncApi, Map<String, JsonNode> schemas) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static EventFolder at(Path folder) {
    return new EventFolder(read(folder.resolve("asyncapi.json")), all(folder.resolve("schemas")));
  }

  /** The committed files of a folder by their names without {@code .json}. */
  public static Map<String, JsonNode> all(Path folder) {
    Map<String, JsonNode> found = new TreeMap<>();
    try (var files = Files.list(folder)) {
      files.forEach(
          file ->
              found.put(file.getFileName().toString().replaceFirst("\\.json$", ""), read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The messages of a channel; in a catalogue they are among the components. */
  public List<JsonNode> messages(JsonNode channel) {
    Document document = new Document(asyncApi);
    return channel.path("messages").properties().stream()
        .map(message -> document.resolved(message.getValue()))
        .toList();
  }
}
