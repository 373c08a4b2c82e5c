package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenhand.gateway.routing.RoutingTable;

/** One OpenAPI document of all routed paths, and of nothing else. */
final class OpenApi {

  private static final String COMPONENTS = "/components";
  private static final List<String> KINDS =
      List.of(
          "schemas",
          "responses",
          "parameters",
          "examples",
          "requestBodies",
          "headers",
          "securitySchemes",
          "links",
          "callbacks",
          "pathItems");

  private final RoutingTable table;
  private final String version;

  OpenApi(RoutingTable table, String version) {
    this.table = table;
    this.version = version;
  }

  ObjectNode of(List<Part> parts) {
    Merge merge = new Merge(KINDS.stream().map(kind -> COMPONENTS + "/" + kind).toList());
    Map<String, JsonNode> paths = new TreeMap<>();
    Map<String, JsonNode> tags = new TreeMap<>();
    Set<String> operations = new HashSet<>();
    for (Part part : parts) {
      ObjectNode routed = routed(part);
      JsonNode rewritten = merge.add(part.upstream().name(), routed);
      for (var path : rewritten.path("paths").properties()) {
        nameOnce(path.getValue(), part.upstream().name(), operations);
        paths.put(path.getKey(), path.getValue());
      }
      rewritten.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
    }
    ObjectNode document = head();
    tags.values().forEach(document.withArrayProperty("tags")::add);
    paths.forEach(document.withObjectProperty("paths")::set);
    document.set("components", merge.result().path("components"));
    return document;
  }

  private ObjectNode head() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Evenhand")
        .put("version", version)
        .put(
            "description",
            "Performance management that shows that it is fair. Events: /events/asyncapi.json.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    return document;
  }

  /** Without the paths that the gateway doesn't route, and the parts that only these refer to. */
  private ObjectNode routed(Part part) {
    ObjectNode document = part.document().deepCopy();
    ObjectNode paths = document.withObjectProperty("paths");
    List<String> hidden =
        Stream.of(paths.properties())
            .flatMap(Set::stream)
            .map(Map.Entry::getKey)
            .filter(path -> !isRouted(path, part))
            .toList();
    paths.remove(hidden);
    Set<String> needed = reachable(document, paths);
    for (String kind : KINDS) {
      if (kind.equals("securitySchemes")) {
        continue;
      }
      if (document.at(COMPONENTS + "/" + kind) instanceof ObjectNode components) {
        List<String> unused =
            components.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !needed.contains("#" + COMPONENTS + "/" + kind + "/" + name))
                .toList();
        components.remove(unused);
      }
    }
    return document;
  }

  private boolean isRouted(String path, Part part) {
    return table.route(path).filter(route -> route.upstream().equals(part.upstream())).isPresent();
  }

  private static Set<String> reachable(JsonNode document, JsonNode from) {
    Set<String> found = new HashSet<>();
    Deque<JsonNode> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (node.isTextual() && node.textValue().startsWith("#/") && found.add(node.textValue())) {
        open.push(document.at(node.textValue().substring(1)));
      }
      node.forEach(open::push);
    }
    return found;
  }

  /** Two services may both have an operation {@code list}, but generators need unique ids. */
  private static void nameOnce(JsonNode path, String service, Set<String> taken) {
    for (JsonNode operation : path) {
      if (operation instanceof ObjectNode object && object.has("operationId")) {
        String id = object.path("operationId").asText();
        object.put("operationId", taken.add(id) ? id : Merge.named(service, id));
      }
    }
  }
}
