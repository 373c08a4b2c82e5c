package org.evenhand.attack.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.attack.Target;
import org.evenhand.attack.wire.WireAnswer;
import org.evenhand.attack.wire.WireRequest;

/** The operations that the suite promises, read from its one OpenAPI document. */
public final class ApiDocument {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final JsonNode root;
  private final ExampleBodies bodies;

  private ApiDocument(JsonNode root) {
    this.root = root;
    this.bodies = new ExampleBodies(this);
  }

  /**
   * @throws IllegalStateException when there is no document
   */
  public static List<Operation> operations(Target target) {
    WireAnswer answer = target.send(new WireRequest("GET", "/openapi.json"));
    if (answer.status() != 200) {
      throw new IllegalStateException("no /openapi.json: " + answer.status() + answer.failure());
    }
    return operations(Target.json(answer.body()));
  }

  /** In the order of the document. */
  public static List<Operation> operations(JsonNode document) {
    return new ApiDocument(document).all();
  }

  private List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            all.add(operation(path.getKey(), path.getValue(), method.getKey()));
                          }
                        }));
    return all;
  }

  private Operation operation(String path, JsonNode shared, String method) {
    JsonNode told = shared.path(method);
    List<Operation.Parameter> parameters = new ArrayList<>();
    for (JsonNode list : List.of(shared.path("parameters"), told.path("parameters"))) {
      list.forEach(
          each -> {
            JsonNode parameter = resolved(each);
            parameters.add(
                new Operation.Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    resolved(parameter.path("schema"))));
          });
    }
    JsonNode content = resolved(told.path("requestBody")).path("content");
    String media = content.isEmpty() ? "" : content.fieldNames().next();
    Set<String> statuses = new LinkedHashSet<>();
    told.path("responses").fieldNames().forEachRemaining(statuses::add);
    Set<String> roles = new TreeSet<>();
    told.path("x-roles").forEach(role -> roles.add(role.asText()));
    return new Operation(
        told.path("operationId").asText(),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        parameters,
        media,
        media.isEmpty() ? MissingNode.getInstance() : bodies.of(content.path(media)),
        statuses,
        roles);
  }

  /** What a reference stands for; anything else as it is. */
  JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      at = root.at(at.path("$ref").asText().substring(1));
    }
    return at;
  }
}
