package org.evenhand.kit.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One worked example: what goes in, what comes out, how exactly, and where the figures come from.
 */
public record PublishedCase(
    String id, String method, JsonNode input, JsonNode expected, double tolerance) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The cases of {@code -Dfairness.cases=DIR}, else those of this repository.
   *
   * @throws IllegalStateException where there is no such folder, or no case in it, because then
   *     nothing would be checked
   */
  public static List<PublishedCase> all() {
    return in(folder());
  }

  static List<PublishedCase> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("No folder of cases: " + folder.toAbsolutePath());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<PublishedCase> cases =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(PublishedCase::read)
              .toList();
      if (cases.isEmpty()) {
        throw new IllegalStateException("No case in the folder " + folder.toAbsolutePath());
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("fairness.cases", "../service-kit/test/cases"));
  }

  private static PublishedCase read(Path file) {
    try {
      JsonNode json = JSON.readTree(file.toFile());
      return new PublishedCase(
          json.required("id").asText(),
          json.required("method").asText(),
          json.required("input"),
          json.required("expected"),
          json.required("tolerance").asDouble());
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /**
   * Every leaf of the expected figures that {@code figures} misses, one line each.
   *
   * <p>The tolerance is absolute. A number smaller than it would pass whatever was computed, so for
   * tolerances of 1e-6 and finer such a number must also hold to six digits. A case that expects
   * nothing holds nothing, and says so.
   */
  public List<String> differences(Object figures) {
    List<String> found = new ArrayList<>();
    if (expected.isArray() && expected.isEmpty()) {
      found.add("expected: no figure at all");
    }
    compare("expected", expected, JSON.valueToTree(figures), found);
    return found;
  }

  private void compare(String at, JsonNode wanted, JsonNode got, List<String> found) {
    if (wanted.isContainerNode() && wanted.getNodeType() != got.getNodeType()) {
      found.add(
          at + ": expected " + wanted + " but was " + (got.isMissingNode() ? "unknown" : got));
    } else if (wanted.isObject()) {
      if (wanted.isEmpty()) {
        found.add(at + ": expected no figure at all");
      }
      for (Map.Entry<String, JsonNode> field : wanted.properties()) {
        compare(at + "." + field.getKey(), field.getValue(), got.path(field.getKey()), found);
      }
    } else if (wanted.isArray()) {
      if (got.size() != wanted.size()) {
        found.add(at + ": expected " + wanted + " but was " + got);
      } else {
        for (int i = 0; i < wanted.size(); i++) {
          compare(at + "[" + i + "]", wanted.get(i), got.get(i), found);
        }
      }
    } else if (!matches(wanted, got)) {
      found.add(at + ": expected " + wanted + " but was " + got);
    }
  }

  private boolean matches(JsonNode wanted, JsonNode got) {
    if (!wanted.isNumber()) {
      return wanted.equals(got);
    }
    if (!got.isNumber()) {
      return false;
    }
    double size = Math.abs(wanted.asDouble());
    double error = Math.abs(wanted.asDouble() - got.asDouble());
    boolean negligible = size == 0 || size > tolerance || tolerance > 1e-6;
    return error <= tolerance && (negligible || error <= 1e-6 * size);
  }

  @Override
  public String toString() {
    return id;
  }
}
