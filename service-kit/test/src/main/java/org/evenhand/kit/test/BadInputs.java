package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What can be wrong with a request of each operation, by the OpenAPI document: bodies that are
 * broken or against the schema in one place, invalid parameters and ids, other media types, a body
 * beyond the limit. Each has to get a problem that says where, for a caller with the right role
 * whom the directory doesn't know: a malformed request is malformed for everyone.
 */
public final class BadInputs {

  private static final int BEYOND = 2 * 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

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
                        () -> inputs.bound(operation)));
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
      Response answer = send(operation, as(operation).body(bad.body()));
      if (!isProblem(answer, 400) || !bad.isNamedIn(JSON.readTree(answer.asString()))) {
        wrong.add(shortened(bad.body()) + " at " + bad.pointer() + " answered " + said(answer));
      }
    }
    expect(
        415,
        "text",
        send(operation, as(operation).contentType("text/plain").body(example.toString())),
        wrong);
  }

  /** The limit is the same for all, so one operation is enough. */
  private void bound(OpenApiDocument.Operation operation) {
    byte[] beyond = ("[" + "0,".repeat(BEYOND / 2) + "0]").getBytes(StandardCharsets.UTF_8);
    List<String> wrong = new ArrayList<>();
    Response told = send(operation, as(operation).body(beyond));
    Response chunked = send(operation, as(operation).body(new ByteArrayInputStream(beyond)));
    expect(413, "a body that says how long it is", told, wrong);
    expect(413, "a chunked body", chunked, wrong);
    Response bomb = send(operation, packed(operation, "gzip").body(gzip(beyond)));
    Response other = send(operation, packed(operation, "br").body(gzip(beyond)));
    Response broken = send(operation, packed(operation, "gzip").body("{}"));
    expect(413, "a body that unpacks beyond the bound", bomb, wrong);
    expect(415, "a body that is packed otherwise", other, wrong);
    expect(400, "a body that is no gzip", broken, wrong);
    assertEquals(List.of(), wrong);
  }

  private static RequestSpecification packed(OpenApiDocument.Operation operation, String how) {
    return as(operation).header("Content-Encoding", how);
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private void parameters(OpenApiDocument.Operation operation, List<String> wrong)
      throws JsonProcessingException {
    named("unheardOf", "1", send(operation, valid(operation).queryParam("unheardOf", 1)), wrong);
    for (JsonNode declared : operation.node().path("parameters")) {
      JsonNode parameter = document.resolved(declared);
      String name = parameter.path("name").asText();
      JsonNode schema = document.resolved(parameter.path("schema"));
      if (parameter.path("in").asText().equals("query")) {
        named(name, "", send(operation, valid(operation).queryParam(name, "")), wrong);
        named(name, "1&1", send(operation, valid(operation).queryParam(name, 1, 1)), wrong);
      }
      for (String value : nonsense(name, schema)) {
        switch (parameter.path("in").asText()) {
          case "path" -> {
            String path = operation.path().replace("{" + name + "}", value);
            expect(404, name + "=" + value, send(operation, path, valid(operation)), wrong);
          }
          case "query" ->
              named(name, value, send(operation, valid(operation).queryParam(name, value)), wrong);
          default -> {}
        }
      }
    }
  }

  private static void named(String name, String value, Response answer, List<String> wrong)
      throws JsonProcessingException {
    expect(400, name + "=" + value, answer, wrong);
    if (answer.statusCode() == 400
        && !JSON.readTree(answer.asString())
            .path("errors")
            .findValuesAsText("parameter")
            .contains(name)) {
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

  private RequestSpecification valid(OpenApiDocument.Operation operation) {
    RequestSpecification request = as(operation);
    json(operation)
        .ifPresent(
            media ->
                request.body(example(media, document.resolved(media.path("schema"))).toString()));
    return request;
  }

  private static RequestSpecification as(OpenApiDocument.Operation operation) {
    String role = operation.node().path("x-roles").path(0).asText();
    RequestSpecification request =
        RestAssured.given()
            .header("Authorization", Tokens.forEmployee("nobody-knows-me", role).bearer());
    var media = operation.node().path("requestBody").path("content").fieldNames();
    return media.hasNext() ? request.contentType(media.next()) : request;
  }

  private Response send(OpenApiDocument.Operation operation, RequestSpecification request) {
    return send(operation, operation.path(), request);
  }

  private Response send(
      OpenApiDocument.Operation operation, String path, RequestSpecification request) {
    String filled = path;
    for (JsonNode declared : operation.node().path("parameters")) {
      JsonNode parameter = document.resolved(declared);
      filled = filled.replace("{" + parameter.path("name").asText() + "}", some(parameter));
    }
    return request.request(operation.verb(), filled);
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

  private static void expect(int status, String what, Response answer, List<String> wrong) {
    if (!isProblem(answer, status)) {
      wrong.add(what + " answered " + said(answer));
    }
  }

  private static boolean isProblem(Response answer, int status) {
    return answer.statusCode() == status
        && answer.contentType().startsWith("application/problem+json")
        && !answer.asString().contains("Exception");
  }

  private static String said(Response answer) {
    return answer.statusCode() + " " + answer.asString();
  }

  private static String shortened(String body) {
    return body.length() > 200 ? body.substring(0, 200) + "…" : body;
  }
}
