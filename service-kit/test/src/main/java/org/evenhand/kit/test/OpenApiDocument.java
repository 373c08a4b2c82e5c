package org.evenhand.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.RestAssured;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenAPI 3.1 document that the running service answers at {@code /q/openapi}. */
final class OpenApiDocument {

  /** By address: the document of a running service doesn't change. */
  private static final Map<String, OpenApiDocument> KNOWN = new ConcurrentHashMap<>();

  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final JsonNode root;
  private final List<Operation> operations;

  /** By identity, because a schema is a part of this document. */
  private final Map<JsonNode, JsonSchema> schemas =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private OpenApiDocument(JsonNode root) {
    this.root = root;
    this.operations = operations(root);
  }

  /** One operation: {@code path} is the template, {@code verb} in lower case. */
  record Operation(String path, Pattern pattern, String verb, String id, JsonNode node) {

    private static Operation of(String path, String verb, JsonNode node) {
      Pattern pattern = Pattern.compile(path.replaceAll("\\{[^/]+}", "[^/]+"));
      return new Operation(path, pattern, verb, node.path("operationId").asText(""), node);
    }

    boolean matches(String method, String requested) {
      return verb.equals(method.toLowerCase(Locale.ROOT)) && pattern.matcher(requested).matches();
    }

    /** The names of its parameters. */
    List<String> parameters() {
      return node.path("parameters").findValuesAsText("name");
    }

    private long literalSegments() {
      return Stream.of(path.split("/", -1)).filter(s -> !s.startsWith("{")).count();
    }
  }

  static OpenApiDocument ofRunningService() {
    return KNOWN.computeIfAbsent(
        RestAssured.baseURI + ":" + RestAssured.port, address -> fetched());
  }

  private static OpenApiDocument fetched() {
    try {
      var text = RestAssured.given().queryParam("format", "json").get("/q/openapi").asString();
      return new OpenApiDocument(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new AssertionError("/q/openapi does not answer JSON", e);
    }
  }

  List<Operation> operations() {
    return operations;
  }

  private static List<Operation> operations(JsonNode root) {
    return root.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(verb -> VERBS.contains(verb.getKey()))
                    .map(verb -> Operation.of(path.getKey(), verb.getKey(), verb.getValue())))
        .toList();
  }

  /** The operation that serves a request, the one with the most literal path first. */
  Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.matches(method, path))
        .max(Comparator.comparingLong(Operation::literalSegments));
  }

  /** The documented response, following one {@code $ref}. */
  @Nullable JsonNode response(Operation operation, int status) {
    var responses = operation.node().path("responses");
    var response =
        responses.has(Integer.toString(status))
            ? responses.get(Integer.toString(status))
            : responses.get("default");
    return response == null ? null : resolved(response);
  }

  /** Whether an operation names this status itself. */
  boolean tells(Operation operation, int status) {
    return operation.node().path("responses").has(Integer.toString(status));
  }

  /** Whether the service has none of its own, as the gateway. */
  boolean isEmpty() {
    return !root.has("openapi");
  }

  JsonNode root() {
    return root;
  }

  /** The part itself, or what its {@code $ref} points to. */
  JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? root.at(part.get("$ref").asText().substring(1)) : part;
  }

  /** A JSON Schema 2020-12 of its own, with the components that its references point to. */
  ObjectNode standalone(JsonNode schema) {
    ObjectNode copy = schema.deepCopy();
    copy.set("components", root.path("components"));
    return copy;
  }

  /** Made once for each part of the document: every answer of a test is checked. */
  JsonSchema schema(JsonNode part) {
    return schemas.computeIfAbsent(part, asked -> SCHEMAS.getSchema(standalone(asked)));
  }
}
