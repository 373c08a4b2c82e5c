package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenhand.gateway.routing.RoutingTable;

/** One OpenAPI document of all routed paths and the gateway's own, and of nothing else. */
@Singleton
class OpenApi {

  private static final String PURPOSE =
      "Performance management that shows that it is fair. Events: /events/asyncapi.json. Typed"
          + " clients: /guides/clients.";

  private static final List<String> REFERRED_TO =
      Stream.of(
              "schemas",
              "responses",
              "parameters",
              "examples",
              "requestBodies",
              "headers",
              "links",
              "callbacks",
              "pathItems")
          .map(kind -> "/components/" + kind)
          .toList();

  private static final List<String> SECTIONS =
      Stream.concat(REFERRED_TO.stream(), Stream.of("/components/securitySchemes")).toList();

  private final RoutingTable table;
  private final About about;
  private final SignIn signIn;
  private final ObjectNode own = own();

  OpenApi(RoutingTable table, About about, SignIn signIn) {
    this.table = table;
    this.about = about;
    this.signIn = signIn;
  }

  ObjectNode of(List<Part> parts) {
    Merge merge = new Merge(SECTIONS);
    Map<String, JsonNode> paths = new TreeMap<>();
    Map<String, JsonNode> tags = new TreeMap<>();
    Set<String> operations = new HashSet<>();
    Map<String, ObjectNode> documents = new LinkedHashMap<>();
    parts.forEach(part -> documents.put(part.upstream().name(), routed(part)));
    documents.put("gateway", own);
    documents.forEach(
        (name, routed) -> {
          JsonNode rewritten = merge.add(name, routed);
          for (var path : rewritten.path("paths").properties()) {
            nameOnce(path.getValue(), name, operations);
            paths.put(path.getKey(), path.getValue());
          }
          rewritten.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        });
    tags.keySet().retainAll(used(paths.values()));
    ObjectNode document = head();
    tags.values().forEach(document.withArrayProperty("tags")::add);
    paths.forEach(document.withObjectProperty("paths")::set);
    document.set("components", merge.result().path("components"));
    ProblemTypes.of(parts).values().forEach(document.withArrayProperty(ProblemTypes.NAME)::add);
    signIn.offerIn(document);
    RateHeaders.tellIn(document);
    return document;
  }

  /**
   * What the gateway answers itself. It answers with problems as services do, and so refers to
   * their schema of them.
   */
  private static ObjectNode own() {
    try (InputStream file =
        Objects.requireNonNull(OpenApi.class.getResourceAsStream("/openapi/own.json"))) {
      return (ObjectNode) new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> used(Collection<JsonNode> paths) {
    Set<String> names = new HashSet<>();
    paths.forEach(
        path ->
            path.forEach(
                operation -> operation.path("tags").forEach(tag -> names.add(tag.asText()))));
    return names;
  }

  private ObjectNode head() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.1.0");
    document.set("info", about.info("Evenhand", description()));
    document.putArray("servers").addObject().put("url", "/").put("x-internal", false);
    return document;
  }

  private String description() {
    String systems =
        signIn
            .tokenUrl()
            .map(url -> " A system gets its token by client credentials at " + url + ".")
            .orElse("");
    return PURPOSE + systems;
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
    NamedParts.removeUnused(document, REFERRED_TO, List.of("/paths"));
    return document;
  }

  private boolean isRouted(String path, Part part) {
    return table.describing(path).filter(part.upstream()::equals).isPresent();
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
