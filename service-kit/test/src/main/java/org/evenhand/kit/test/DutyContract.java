package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * that do it are there, and what it is about can be read.
 */
public final class DutyContract {

  private static final Path SNAPSHOT = Path.of("src/main/openapi/openapi.json");

  /** What a task says of its kind; the path is that of any subject. */
  public record Kind(String name, List<String> operations, String path) {}

  private final JsonNode paths;

  private DutyContract(JsonNode paths) {
    this.paths = paths;
  }

  /** One test for each kind. */
  public static Stream<DynamicTest> of(Stream<Kind> kinds) {
    DutyContract contract = new DutyContract(committed());
    return kinds.map(kind -> DynamicTest.dynamicTest(kind.name(), () -> contract.holds(kind)));
  }

  private static JsonNode committed() {
    try {
      return new ObjectMapper().readTree(SNAPSHOT.toFile()).path("paths");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void holds(Kind kind) {
    Set<String> unknown = new TreeSet<>(kind.operations());
    paths.findValuesAsText("operationId").forEach(unknown::remove);
    assertEquals(Set.of(), unknown);
    assertTrue(isRead(kind.path()), kind.path() + " can't be read");
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
