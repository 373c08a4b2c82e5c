package org.evenhand.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The documents that the services of the tests answer with. */
final class Documents {

  private static final Map<String, String> PATHS =
      Map.of(
          "policy", "/v1/policies",
          "review", "/v1/reviews",
          "calibration", "/v1/calibration-sessions",
          "analytics", "/v1/fairness");

  private Documents() {}

  /** Each service has a {@code Problem} in common, a {@code State} of its own, one hidden path. */
  static JsonObject openApi(String service) {
    JsonObject schemas =
        new JsonObject()
            .put("Problem", new JsonObject().put("type", "object"))
            .put("State", new JsonObject().put("enum", new JsonArray().add(service)))
            .put("View", new JsonObject().put("$ref", "#/components/schemas/State"))
            .put("Hidden", new JsonObject().put("type", "string"));
    JsonObject paths =
        new JsonObject()
            .put(PATHS.get(service), path(service, "list", "View"))
            .put("/internal/v1/things", path(service, "internal", "Hidden"));
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("tags", new JsonArray().add(new JsonObject().put("name", service)))
        .put("paths", paths)
        .put(
            "components",
            new JsonObject()
                .put("schemas", schemas)
                .put(
                    "securitySchemes",
                    new JsonObject().put("bearer", new JsonObject().put("type", "http"))));
  }

  static JsonObject asyncApi(String service) {
    JsonObject channel = new JsonObject().put("address", "evenhand." + service);
    JsonObject internal =
        new JsonObject()
            .put("address", "evenhand.internal." + service)
            .put(
                "messages",
                new JsonObject().put("hidden", reference("/components/messages/Hidden")));
    JsonObject shared = new JsonObject().put("address", "evenhand.shared").put("title", service);
    JsonObject operation =
        new JsonObject()
            .put("action", "send")
            .put("channel", reference("/channels/" + service))
            .put("messages", new JsonArray().add(reference("/channels/shared/messages/m")));
    JsonObject among =
        new JsonObject().put("action", "send").put("channel", reference("/channels/internal"));
    return new JsonObject()
        .put("asyncapi", "3.0.0")
        .put(
            "channels",
            new JsonObject().put(service, channel).put("shared", shared).put("internal", internal))
        .put("operations", new JsonObject().put("publish", operation).put("among", among))
        .put(
            "components",
            new JsonObject()
                .put(
                    "messages", new JsonObject().put("Hidden", new JsonObject().put("name", "h"))));
  }

  private static JsonObject reference(String pointer) {
    return new JsonObject().put("$ref", "#" + pointer);
  }

  private static JsonObject path(String tag, String operationId, String schema) {
    JsonObject content =
        new JsonObject()
            .put(
                "application/json",
                new JsonObject()
                    .put("schema", new JsonObject().put("$ref", "#/components/schemas/" + schema)));
    JsonObject problem =
        new JsonObject()
            .put(
                "application/problem+json",
                new JsonObject()
                    .put("schema", new JsonObject().put("$ref", "#/components/schemas/Problem")));
    JsonObject responses =
        new JsonObject()
            .put("200", new JsonObject().put("description", "ok").put("content", content))
            .put("default", new JsonObject().put("description", "no").put("content", problem));
    return new JsonObject()
        .put(
            "get",
            new JsonObject()
                .put("operationId", operationId)
                .put("tags", new JsonArray().add(tag))
                .put("responses", responses)
                .put(
                    "security",
                    new JsonArray().add(new JsonObject().put("bearer", new JsonArray()))));
  }
}
