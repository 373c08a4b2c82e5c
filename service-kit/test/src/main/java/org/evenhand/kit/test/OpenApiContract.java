package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenhand.kit.test.contract.ApiChange;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds the running service's OpenAPI document to its form, to the committed snapshot and to what
 * was released. Each service runs {@link #tests()}; the files are those of the module.
 *
 * <p>A difference to the snapshot is either a mistake or a decision: then look at what was written
 * to {@code target/openapi.json}, and commit it. What breaks a released promise fails whatever the
 * snapshot says.
 */
public final class OpenApiContract {

  private static final Path SNAPSHOT = Path.of("src/main/openapi/openapi.json");
  private static final Path RELEASED = Path.of("src/released/openapi.json");
  private static final Path PRESENT = Path.of("target/openapi.json");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final OpenApiDocument document = OpenApiDocument.ofRunningService();

  private OpenApiContract() {}

  public static Stream<DynamicTest> tests() {
    OpenApiContract contract = new OpenApiContract();
    return Stream.of(
        DynamicTest.dynamicTest("the document is the committed one", contract::isCommitted),
        DynamicTest.dynamicTest("nothing that was released is broken", contract::keepsPromises),
        DynamicTest.dynamicTest(
            "every operation has an id of its own, a summary and its roles", contract::isNamed),
        DynamicTest.dynamicTest("every operation tells its problems", contract::tellsProblems),
        DynamicTest.dynamicTest("every body has an example", contract::showsExamples),
        DynamicTest.dynamicTest("every example fits its schema", contract::examplesFit));
  }

  private void isCommitted() throws IOException {
    String text = JSON.writeValueAsString(document.root()) + "\n";
    Files.writeString(PRESENT, text);
    long same = Files.exists(SNAPSHOT) ? Files.mismatch(SNAPSHOT, PRESENT) : 0;
    assertEquals(-1, same, () -> PRESENT + " is not the snapshot, from byte " + same + " on");
  }

  private void keepsPromises() throws IOException {
    assertEquals(List.of(), ApiChange.breaks(JSON.readTree(RELEASED.toFile()), document.root()));
  }

  private void isNamed() {
    Set<String> ids = new HashSet<>();
    holds(
        operation ->
            ids.add(operation.id())
                && !operation.id().isBlank()
                && operation.node().hasNonNull("summary")
                && operation.node().hasNonNull("x-roles"));
  }

  /** Every refusal is documented as a problem, and every problem has its form. */
  private void tellsProblems() {
    holds(
        operation ->
            operation.node().path("responses").has("default")
                && operation.node().path("responses").has("401")
                && operation.node().path("responses").properties().stream()
                    .filter(answer -> !answer.getKey().startsWith("2"))
                    .allMatch(
                        answer ->
                            document
                                .resolved(answer.getValue())
                                .path("content")
                                .has("application/problem+json")));
  }

  private void holds(Predicate<OpenApiDocument.Operation> rule) {
    assertEquals(
        List.of(),
        document.operations().stream()
            .filter(rule.negate())
            .map(operation -> operation.verb() + " " + operation.path())
            .toList());
  }

  private void showsExamples() {
    Set<String> without = new TreeSet<>();
    for (OpenApiDocument.Operation operation : document.operations()) {
      if (!isShown(operation.node().path("requestBody"))) {
        without.add(operation.id() + " takes");
      }
      for (var answer : operation.node().path("responses").properties()) {
        if (answer.getKey().startsWith("2") && !isShown(answer.getValue())) {
          without.add(operation.id() + " answers " + answer.getKey());
        }
      }
    }
    assertEquals(Set.of(), without);
  }

  private boolean isShown(JsonNode body) {
    return document.resolved(body).path("content").properties().stream()
        .allMatch(media -> isShownOf(media.getValue()));
  }

  /** The example is at the body itself or at its schema; a list shows the examples of its items. */
  private boolean isShownOf(JsonNode media) {
    JsonNode schema = document.resolved(media.path("schema"));
    JsonNode items = schema.at("/properties/items/items");
    return media.has("example")
        || media.has("examples")
        || schema.has("examples")
        || document.resolved(schema.path("items")).has("examples")
        || document.resolved(items).has("examples");
  }

  private void examplesFit() {
    Map<String, Object> wrong = new TreeMap<>();
    for (var schema : document.root().at("/components/schemas").properties()) {
      JsonSchema standalone = document.schema(schema.getValue());
      for (JsonNode example : schema.getValue().path("examples")) {
        var failures = standalone.validate(example);
        if (!failures.isEmpty()) {
          wrong.put(schema.getKey(), failures);
        }
      }
    }
    assertEquals(Map.of(), wrong);
  }
}
