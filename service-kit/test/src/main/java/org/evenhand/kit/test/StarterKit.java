package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The templates with which a service can be begun, each written in all languages. What their bodies
 * have to fulfil is for the tests of the service to say, which reads them as it reads what users
 * write.
 */
public final class StarterKit {

  public static final List<String> LANGUAGES = List.of("en", "de");

  private static final Path FOLDER = Path.of("src/main/resources/templates");
  private static final Path POLICY = Path.of("../policy-service").resolve(FOLDER);
  private static final String ENDING = ".json";

  /** Keys and constants are the same in each language; all else is words. */
  private static final String NOT_WORDS = "[A-Z][A-Z_]+|[a-z][a-z0-9-]*|P[0-9]+[MY]";

  private StarterKit() {}

  /** One test for each template. */
  public static Stream<DynamicTest> tests() {
    return paths().stream().map(path -> DynamicTest.dynamicTest(path, () -> holds(path)));
  }

  /**
   * @param path in the folder of templates, without language
   */
  public static JsonNode body(String path, String language) {
    return template(path, language).path("body");
  }

  /** What a level of a criterion means in the policy of the kit. */
  public static String anchor(String criterion, int ordinal, String language) {
    return read(POLICY.resolve("policy." + language + ENDING))
        .at("/body/anchors")
        .valueStream()
        .filter(anchor -> anchor.path("criterion").asText().equals(criterion))
        .filter(anchor -> anchor.path("ordinal").asInt() == ordinal)
        .map(anchor -> anchor.path("text").asText())
        .findFirst()
        .orElseThrow();
  }

  private static void holds(String path) {
    JsonNode first = outline(template(path, LANGUAGES.get(0)));
    for (String language : LANGUAGES) {
      JsonNode template = template(path, language);
      assertEquals(Path.of(path).getFileName().toString(), template.path("key").asText());
      assertEquals(language, template.path("language").asText());
      assertTrue(template.path("title").asText().length() <= 200, "title");
      assertTrue(template.path("summary").asText().matches("[^.!?]+[.]"), "one sentence");
      assertEquals(first, outline(template), language);
    }
  }

  /** Every template in any language, so that one without the others is missed. */
  public static List<String> paths() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .map(file -> file.replaceFirst("[.][a-z]+[.]json$", ""))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode template(String path, String language) {
    return read(FOLDER.resolve(path + "." + language + ENDING));
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same without words and language. */
  private static JsonNode outline(JsonNode node) {
    if (node.isObject()) {
      ObjectNode fields = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(field -> fields.set(field.getKey(), outline(field.getValue())));
      return fields.without("language");
    }
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(outline(item)));
      return items;
    }
    return node.isTextual() && !node.asText().matches(NOT_WORDS)
        ? JsonNodeFactory.instance.textNode("words")
        : node;
  }
}
