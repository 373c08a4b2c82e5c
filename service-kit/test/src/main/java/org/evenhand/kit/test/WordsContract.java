package org.evenhand.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the words of {@code openapi/words.properties} to the document: each describes something,
 * and one that stands for a name alone describes things of one type, because a name that is a day
 * here and a count there means two things.
 */
final class WordsContract {

  private final OpenApiDocument document;
  private final Properties own = read("openapi/words.properties");
  private final Properties words = new Properties();

  WordsContract(OpenApiDocument document) {
    this.document = document;
    words.putAll(read("openapi/common-words.properties"));
    words.putAll(own);
  }

  /** The service's words that describe nothing. */
  Set<String> unused() {
    Set<String> unused = new TreeSet<>(own.stringPropertyNames());
    document.operations().forEach(operation -> unused.remove("operation." + operation.id()));
    document.operations().stream()
        .flatMap(operation -> operation.parameters().stream())
        .forEach(unused::remove);
    for (var schema : document.root().at("/components/schemas").properties()) {
      for (var property : schema.getValue().path("properties").properties()) {
        unused.remove(property.getKey());
        unused.remove(schema.getKey() + "." + property.getKey());
      }
    }
    return unused;
  }

  /** Names whose one word describes things of several types, with these. */
  Map<String, Set<String>> ambiguous() {
    Map<String, Set<String>> types = new TreeMap<>();
    for (var schema : document.root().at("/components/schemas").properties()) {
      for (var property : schema.getValue().path("properties").properties()) {
        String name = property.getKey();
        boolean described =
            property.getValue().path("description").asText().equals(words.getProperty(name));
        if (described && !words.containsKey(schema.getKey() + "." + name)) {
          types.computeIfAbsent(name, key -> new HashSet<>()).add(type(property.getValue()));
        }
      }
    }
    types.values().removeIf(several -> several.size() == 1);
    return types;
  }

  /** Its JSON type; a number is one, whole or not, and a choice of words is no free text. */
  private String type(JsonNode schema) {
    JsonNode meant = document.resolved(schema);
    return meant.has("enum") ? "enum" : meant.path("type").toString().replace("integer", "number");
  }

  private static Properties read(String resource) {
    Properties read = new Properties();
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (file != null) {
        read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(resource, e);
    }
    return read;
  }
}
