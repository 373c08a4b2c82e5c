package org.evenhand.attack.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.evenhand.attack.Caller;
import org.evenhand.attack.api.KnownIds;
import org.evenhand.attack.api.Operation;
import org.evenhand.attack.wire.WireRequest;

/** Makes requests that are almost right: valid ones with one oddity. */
final class Fuzzer {

  private final Random random;
  private final KnownIds ids;

  Fuzzer(Random random, KnownIds ids) {
    this.random = random;
    this.ids = ids;
  }

  WireRequest request(Operation operation, Caller caller) {
    boolean oddPath = random.nextInt(8) == 0;
    boolean oddQuery = random.nextInt(operation.method().equals("GET") ? 2 : 6) == 0;
    WireRequest request =
        new WireRequest(operation.method(), path(operation, oddPath) + query(operation, oddQuery))
            .header("Authorization", caller.authorization());
    headers(operation, request);
    if (operation.takesBody()) {
      body(operation, request);
    } else if (random.nextInt(10) == 0) {
      request.header("Content-Type", "application/json").body(bytes(pick(Oddities.BODIES)));
    }
    return request;
  }

  private String path(Operation operation, boolean odd) {
    String path = operation.path();
    List<Operation.Parameter> parameters = operation.in("path");
    for (Operation.Parameter parameter : parameters) {
      String value =
          odd && random.nextInt(parameters.size()) == 0
              ? pick(Oddities.TEXTS)
              : ids.of(operation.path(), parameter.name(), random);
      path = path.replace("{" + parameter.name() + "}", encoded(cut(value)));
    }
    return path;
  }

  private String query(Operation operation, boolean odd) {
    List<String> parts = new ArrayList<>();
    for (Operation.Parameter parameter : operation.in("query")) {
      if (random.nextInt(3) > 0) {
        continue;
      }
      String value = odd ? oddValue(parameter) : likely(parameter);
      parts.add(parameter.name() + "=" + encoded(cut(value)));
    }
    if (odd && random.nextInt(4) == 0) {
      parts.add(pick(List.of("dry_run=true", "limit=1&limit=2", "limit=", "=", "x", "limit=%zz")));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String oddValue(Operation.Parameter parameter) {
    return parameter.name().equals("cursor") || parameter.name().equals("updatedSince")
        ? pick(Oddities.CURSORS)
        : pick(Oddities.TEXTS);
  }

  private String likely(Operation.Parameter parameter) {
    JsonNode schema = parameter.schema();
    if (!schema.path("enum").isEmpty()) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> Integer.toString(1 + random.nextInt(50));
      case "boolean" -> Boolean.toString(random.nextBoolean());
      default -> ids.any(random);
    };
  }

  private void headers(Operation operation, WireRequest request) {
    for (Operation.Parameter parameter : operation.in("header")) {
      switch (parameter.name()) {
        case "If-Match" -> {
          if (random.nextInt(6) > 0) {
            request.header(
                "If-Match", pick(List.of("\"0\"", "\"1\"", "\"2\"", "*", "W/\"1\"", "x")));
          }
        }
        case "Idempotency-Key" -> {
          if (random.nextInt(3) == 0) {
            request.header(
                "Idempotency-Key",
                pick(List.of(UUID.randomUUID().toString(), "same", "", "k".repeat(600), "a b")));
          }
        }
        default -> request.header(parameter.name(), "1");
      }
    }
    if (random.nextInt(12) == 0) {
      request.header(
          pick(List.of("Accept", "X-Request-Id", "Origin", "traceparent", "Accept-Encoding")),
          pick(List.of("text/html", "x", "", "null", "gzip, br", "00-0-0-0", "a".repeat(300))));
    }
  }

  private void body(Operation operation, WireRequest request) {
    String media = random.nextInt(15) == 0 ? pick(Oddities.MEDIA) : operation.media();
    request.header("Content-Type", media);
    byte[] content =
        random.nextInt(6) == 0 ? bytes(pick(Oddities.BODIES)) : bytes(mutated(operation));
    if (random.nextInt(5) == 0) {
      request.chunked(content, 1 + random.nextInt(50));
    } else {
      request.body(content);
    }
  }

  private String mutated(Operation operation) {
    JsonNode example = operation.example();
    if (!operation.takesJson()) {
      String rows = example.asText();
      return random.nextInt(3) == 0 || rows.isEmpty() ? rows : scrambled(rows);
    }
    JsonNode body = example.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutate(body);
    }
    return body.toString();
  }

  /** Replaces one character of a file by an odd text. */
  private String scrambled(String rows) {
    int at = random.nextInt(rows.length());
    return rows.substring(0, at) + cut(pick(Oddities.TEXTS)) + rows.substring(at + 1);
  }

  private void mutate(JsonNode node) {
    List<JsonNode> containers = new ArrayList<>();
    collect(node, containers);
    if (containers.isEmpty()) {
      return;
    }
    JsonNode container = pick(containers);
    if (container instanceof ObjectNode object) {
      mutate(object);
    } else if (container instanceof ArrayNode array) {
      switch (random.nextInt(4)) {
        case 0 -> array.removeAll();
        case 1 -> array.add(array.isEmpty() ? oddNode() : array.get(0).deepCopy());
        case 2 -> array.add(oddNode());
        default -> {
          for (int i = 0; i < 2_000; i++) {
            array.add(oddNode());
          }
        }
      }
    }
  }

  private void mutate(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.set(pick(List.of("colour", "id", "version", "constructor", "")), oddNode());
      return;
    }
    String name = pick(names);
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.put(name, pick(Oddities.TEXTS));
      case 2 -> object.put(name, ids.any(random));
      default -> object.set(name, oddNode());
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private JsonNode oddNode() {
    return pick(Oddities.NODES_OF_ANY_TYPE).deepCopy();
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** An address that is too long is the subject of another attack. */
  private static String cut(String value) {
    return value.length() > 1_000 ? value.substring(0, 1_000) : value;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
