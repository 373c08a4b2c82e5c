package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenhand.kit.test.contract.ApiChange;
import org.evenhand.kit.test.contract.PortablePatterns;
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

  private final Set<String> optional;

  private OpenApiContract(Set<String> optional) {
    this.optional = optional;
  }

  /**
   * @param optional schemas of answers in which everything may be missing, on purpose
   */
  public static Stream<DynamicTest> tests(String... optional) {
    OpenApiContract contract = new OpenApiContract(Set.of(optional));
    return Stream.of(
        DynamicTest.dynamicTest("the document is the committed one", contract::isCommitted),
        DynamicTest.dynamicTest("nothing that was released is broken", contract::keepsPromises),
        DynamicTest.dynamicTest(
            "every operation has an id of its own, a summary and its roles", contract::isNamed),
        DynamicTest.dynamicTest("every operation tells its problems", contract::tellsProblems),
        DynamicTest.dynamicTest(
            "no part of an operation carries a note that is ours", contract::keepsNotes),
        DynamicTest.dynamicTest("every body has an example", contract::showsExamples),
        DynamicTest.dynamicTest("every example fits its schema", contract::examplesFit),
        DynamicTest.dynamicTest(
            "every pattern is one of ECMA 262",
            () -> assertEquals(Map.of(), PortablePatterns.faults(contract.document.root()))),
        DynamicTest.dynamicTest(
            "every whole number has bounds",
            () -> assertEquals(List.of(), unbounded(contract.document.root()))),
        DynamicTest.dynamicTest("every answer says what it always holds", contract::requires),
        DynamicTest.dynamicTest(
            "every property, parameter and operation is described", contract::describes),
        DynamicTest.dynamicTest("every word describes something of one type", contract::words));
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

  /** Generators stumble over an extension that stands where they expect an answer or a body. */
  private void keepsNotes() {
    holds(
        operation -> operation.node().propertyStream().noneMatch(part -> isNoted(part.getValue())));
  }

  private static boolean isNoted(JsonNode node) {
    return node.propertyStream()
            .anyMatch(part -> part.getKey().startsWith("x-") || isNoted(part.getValue()))
        || node.isArray() && node.valueStream().anyMatch(OpenApiContract::isNoted);
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

  /** The schemas of whole numbers, headers included, that say not how large one gets. */
  private static List<String> unbounded(JsonNode node) {
    boolean whole = node.path("type").toString().contains("\"integer\"");
    Stream<String> here =
        whole && !(node.has("minimum") && node.has("maximum"))
            ? Stream.of(node.toString())
            : Stream.of();
    Stream<String> below = node.valueStream().flatMap(child -> unbounded(child).stream());
    return Stream.concat(here, below).toList();
  }

  /** A client of a typed language asks nothing of what is required. */
  private void requires() {
    Set<String> silent = new TreeSet<>();
    Set<String> sent = reached(operation -> operation.path("requestBody"));
    Set<String> answered = reached(operation -> operation.path("responses"));
    answered.removeAll(sent);
    for (String name : answered) {
      JsonNode schema = document.root().at("/components/schemas/" + name);
      if (schema.path("properties").size() > 0 && schema.path("required").isEmpty()) {
        silent.add(name);
      }
    }
    assertEquals(new TreeSet<>(optional), silent);
  }

  private void words() {
    WordsContract words = new WordsContract(document);
    assertEquals(Set.of(), words.unused());
    assertEquals(Map.of(), words.ambiguous());
  }

  private void describes() {
    Set<String> silent = new TreeSet<>();
    for (var schema : document.root().at("/components/schemas").properties()) {
      for (var property : schema.getValue().path("properties").properties()) {
        if (!property.getValue().hasNonNull("description")) {
          silent.add(schema.getKey() + "." + property.getKey());
        }
      }
    }
    for (OpenApiDocument.Operation operation : document.operations()) {
      if (operation.node().path("description").asText().startsWith("Roles:")) {
        silent.add(operation.id());
      }
      for (JsonNode parameter : operation.node().path("parameters")) {
        if (!parameter.hasNonNull("description")) {
          silent.add(operation.id() + " takes " + parameter.path("name").asText());
        }
      }
    }
    assertEquals(Set.of(), silent);
  }

  /** The names of the schemas to which these parts of the operations lead. */
  private Set<String> reached(Function<JsonNode, JsonNode> part) {
    Set<String> names = new TreeSet<>();
    Deque<JsonNode> open = new ArrayDeque<>();
    document.operations().forEach(operation -> open.push(part.apply(operation.node())));
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      String ref = node.path("$ref").asText();
      if (!ref.isEmpty() && names.add(ref.substring(ref.lastIndexOf('/') + 1))) {
        open.push(document.resolved(node));
      }
      node.forEach(open::push);
    }
    return names;
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
