package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What can be wrong with a request of each operation, by the OpenAPI document: bodies that are
 * broken or against the schema in one place, invalid parameters and ids, other media types, a body
 * beyond the limit. Each has to get a problem that says where, for a caller with the right role
 * whom the directory doesn't know: a malformed request is malformed for everyone.
 */
public final class BadInputs {

  private final OpenApiDocument document = OpenApiDocument.ofRunningService();

  private BadInputs() {}

  public static Stream<DynamicTest> tests() {
    BadInputs inputs = new BadInputs();
    List<OpenApiDocument.Operation> operations = inputs.document.operations();
    Stream<DynamicTest> bound =
        operations.stream()
            .filter(operation -> inputs.json(operation).isPresent())
            .limit(1)
            .map(
                operation ->
                    DynamicTest.dynamicTest(
                        operation.id() + " refuses a body beyond the bound, chunked too",
                        () -> BodyBound.check(operation)));
    return Stream.concat(
        bound,
        operations.stream()
            .map(
                operation ->
                    DynamicTest.dynamicTest(
                        operation.id() + " refuses what is malformed",
                        () -> inputs.check(operation))));
  }

  private void check(OpenApiDocument.Operation operation) throws JsonProcessingException {
    List<String> wrong = new ArrayList<>();
    Optional<JsonNode> media = json(operation);
    if (media.isPresent()) {
      bodies(operation, media.get(), wrong);
    }
    parameters(operation, wrong);
    assertEquals(List.of(), wrong);
  }

  private void bodies(OpenApiDocument.Operation operation, JsonNode media, List<String> wrong)
      throws JsonProcessingException {
    JsonNode schema = document.resolved(media.path("schema"));
    JsonNode example = example(media, schema);
    for (BadBody bad : BadBody.of(document, schema, example)) {
      Answer answer = send(operation, as(operation, bad.body()));
      if (!isProblem(answer, 400) || !bad.isNamedIn(answer.json())) {
        wrong.add(shortened(bad.body()) + " at " + bad.pointer() + " answered " + said(answer));
      }
    }
    expect(
        415, "text", send(operation, as(operation).body("text/plain", example.toString())), wrong);
  }

  private void parameters(OpenApiDocument.Operation operation, List<String> wrong) {
    named("unheardOf", "1", send(operation, valid(operation).query("unheardOf", "1")), wrong);
    for (JsonNode declared : operation.node().path("parameters")) {
      JsonNode parameter = document.resolved(declared);
      String name = parameter.path("name").asText();
      JsonNode schema = document.resolved(parameter.path("schema"));
      if (parameter.path("in").asText().equals("query")) {
        named(name, "", send(operation, valid(operation).query(name, "")), wrong);
        named(
            name,
            "1&1",
            send(operation, valid(operation).query(name, "1").query(name, "1")),
            wrong);
      }
      for (String value : nonsense(name, schema)) {
        switch (parameter.path("in").asText()) {
          case "path" -> {
            String path = operation.path().replace("{" + name + "}", value);
            expect(404, name + "=" + value, send(operation, path, valid(operation)), wrong);
          }
          case "query" ->
              named(name, value, send(operation, valid(operation).query(name, value)), wrong);
          default -> {}
        }
      }
    }
  }

  private static void named(String name, String value, Answer answer, List<String> wrong) {
    expect(400, name + "=" + value, answer, wrong);
    if (answer.status() == 400
        && !answer.json().path("errors").findValuesAsText("parameter").contains(name)) {
      wrong.add(name + "=" + value + " is not named by " + said(answer));
    }
  }

  private static List<String> nonsense(String name, JsonNode schema) {
    if (name.equals("cursor")) {
      return List.of("!");
    }
    if (schema.has("maximum")) {
      return List.of("many", Long.toString(schema.get("maximum").asLong() + 1));
    }
    boolean typed = schema.has("format") || schema.has("enum");
    return typed || !schema.path("type").asText("string").equals("string")
        ? List.of("nonsense")
        : List.of();
  }

  private Knock valid(OpenApiDocument.Operation operation) {
    return json(operation)
        .map(media -> example(media, document.resolved(media.path("schema"))).toString())
        .map(body -> as(operation, body))
        .orElseGet(() -> as(operation));
  }

  private static Knock as(OpenApiDocument.Operation operation, String body) {
    return as(operation).body(mediaTypes(operation).next(), body);
  }

  private static Knock as(OpenApiDocument.Operation operation) {
    Knock knock = Knock.as(stranger(operation));
    var media = mediaTypes(operation);
    return media.hasNext() ? knock.header("Content-Type", media.next()) : knock;
  }

  private static Iterator<String> mediaTypes(OpenApiDocument.Operation operation) {
    return operation.node().path("requestBody").path("content").fieldNames();
  }

  /** Somebody with the right role whom the directory doesn't know. */
  static Tokens stranger(OpenApiDocument.Operation operation) {
    return Tokens.forEmployee("nobody-knows-me", operation.node().path("x-roles").path(0).asText());
  }

  private Answer send(OpenApiDocument.Operation operation, Knock request) {
    return send(operation, operation.path(), request);
  }

  private Answer send(OpenApiDocument.Operation operation, String path, Knock request) {
    String filled = path;
    for (JsonNode declared : operation.node().path("parameters")) {
      JsonNode parameter = document.resolved(declared);
      filled = filled.replace("{" + parameter.path("name").asText() + "}", some(parameter));
    }
    return request.ask(operation.verb(), filled);
  }

  /** A valid value that refers to nothing. */
  private String some(JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    if (schema.has("enum")) {
      return schema.at("/enum/0").asText();
    }
    return schema.path("type").asText().equals("integer") ? "1" : UUID.randomUUID().toString();
  }

  private Optional<JsonNode> json(OpenApiDocument.Operation operation) {
    return operation.node().path("requestBody").path("content").properties().stream()
        .filter(media -> media.getKey().endsWith("json") && !media.getKey().contains("nd"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private JsonNode example(JsonNode media, JsonNode schema) {
    JsonNode shown = media.has("example") ? media.get("example") : schema.at("/examples/0");
    return shown.isMissingNode() ? media.findPath("value") : shown;
  }

  private static void expect(int status, String what, Answer answer, List<String> wrong) {
    if (!isProblem(answer, status)) {
      wrong.add(what + " answered " + said(answer));
    }
  }

  private static boolean isProblem(Answer answer, int status) {
    return answer.status() == status
        && answer.mediaType().equals("application/problem+json")
        && !answer.body().contains("Exception");
  }

  private static String said(Answer answer) {
    return answer.status() + " " + answer.body();
  }

  private static String shortened(String body) {
    return body.length() > 200 ? body.substring(0, 200) + "…" : body;
  }
}
