package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds what a task says of a kind of duty to the committed document of its service: the operations
 * that do it are there, and what it is about can be read. And its terms to those that
 * policy-service tells of where there is no charter.
 */
public final class DutyContract {

  private static final Path SNAPSHOT = Path.of("src/main/openapi/openapi.json");
  private static final Path DEFAULTS = Path.of("../policy-service/src/main/resources/duties.json");

  /**
   * What is said of a kind.
   *
   * @param path that of any subject
   * @param terms as JSON: {@code workingDays}, {@code path} and {@code pathIsFixed}
   */
  public record Kind(String name, List<String> operations, String path, String terms) {}

  private final JsonNode paths;
  private final JsonNode defaults;

  private DutyContract(JsonNode paths, JsonNode defaults) {
    this.paths = paths;
    this.defaults = defaults;
  }

  /** One test for each kind. */
  public static Stream<DynamicTest> of(Stream<Kind> kinds) {
    DutyContract contract =
        new DutyContract(read(SNAPSHOT.toFile()).path("paths"), read(DEFAULTS.toFile()));
    return kinds.map(kind -> DynamicTest.dynamicTest(kind.name(), () -> contract.holds(kind)));
  }

  private static JsonNode read(File file) {
    return parse(() -> new ObjectMapper().readTree(file));
  }

  private interface Source {
    JsonNode read() throws IOException;
  }

  private static JsonNode parse(Source source) {
    try {
      return source.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void holds(Kind kind) {
    Set<String> unknown = new TreeSet<>(kind.operations());
    paths.findValuesAsText("operationId").forEach(unknown::remove);
    assertEquals(Set.of(), unknown);
    assertTrue(isRead(kind.path()), kind.path() + " can't be read");
    requireDefaults(kind);
  }

  /** What escalates to nobody is in no charter. */
  private void requireDefaults(Kind kind) {
    JsonNode terms = parse(() -> new ObjectMapper().readTree(kind.terms()));
    for (JsonNode told : defaults) {
      if (told.path("kind").asText().equals(kind.name())) {
        assertEquals(told.path("workingDays"), terms.path("workingDays"));
        assertEquals(told.path("path"), terms.path("path"));
        assertEquals(told.path("pathIsFixed").asBoolean(), terms.path("pathIsFixed").asBoolean());
      }
    }
  }

  private boolean isRead(String path) {
    return paths
        .propertyStream()
        .anyMatch(
            known ->
                known.getValue().has("get")
                    && path.matches(known.getKey().replaceAll("\\{[^/]+}", "[^/]+")));
  }
}
