package org.evenhand.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Promises of an OpenAPI document to its clients that a newer one breaks: operations and their
 * names, roles that may call them, parameters, bodies that are taken, answers that are given. Of
 * problems only the shape counts; which of them an operation answers with may change.
 */
public final class ApiChange {

  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Document released;
  private final Document present;
  private final List<String> breaks = new ArrayList<>();
  private final SchemaChange sent;
  private final SchemaChange answered;

  private ApiChange(JsonNode released, JsonNode present) {
    this.released = new Document(released);
    this.present = new Document(present);
    this.sent = new SchemaChange(Side.WRITERS, this.released, this.present, breaks);
    this.answered = new SchemaChange(Side.READERS, this.released, this.present, breaks);
  }

  /** One line for each promise that is broken. */
  public static List<String> breaks(JsonNode released, JsonNode present) {
    return new ApiChange(released, present).compared();
  }

  private List<String> compared() {
    for (var path : released.root().path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          String at = verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          JsonNode now = present.root().path("paths").path(path.getKey()).path(verb.getKey());
          if (now.isMissingNode()) {
            breaks.add(at + ": is gone");
          } else {
            operation(at, verb.getValue(), now);
          }
        }
      }
    }
    return List.copyOf(breaks);
  }

  private void operation(String at, JsonNode was, JsonNode is) {
    if (!was.path("operationId").equals(is.path("operationId"))) {
      breaks.add(at + ": is called " + is.path("operationId") + " now");
    }
    Set<String> shutOut = SchemaChange.words(was.path("x-roles"));
    shutOut.removeAll(SchemaChange.words(is.path("x-roles")));
    if (is.has("x-roles")) {
      shutOut.forEach(role -> breaks.add(at + ": is closed to " + role));
    }
    parameters(at, was, is);
    request(at, was, is);
    for (var answer : was.path("responses").properties()) {
      JsonNode now = is.path("responses").path(answer.getKey());
      if (!now.isMissingNode()) {
        answer(at + " " + answer.getKey(), answer.getValue(), now);
      } else if (answer.getKey().startsWith("2")) {
        breaks.add(at + ": never answers " + answer.getKey() + " now");
      }
    }
  }

  private void parameters(String at, JsonNode was, JsonNode is) {
    for (JsonNode parameter : was.path("parameters")) {
      JsonNode before = released.resolved(parameter);
      JsonNode after = named(present, is.path("parameters"), before);
      String name = at + " ?" + before.path("name").asText();
      if (after.isMissingNode()) {
        breaks.add(name + ": is gone");
      } else {
        needed(name, before, after);
        sent.compare(name, before.path("schema"), after.path("schema"));
      }
    }
    for (JsonNode parameter : is.path("parameters")) {
      JsonNode added = present.resolved(parameter);
      if (named(released, was.path("parameters"), added).isMissingNode()) {
        needed(at + " ?" + added.path("name").asText(), NOTHING, added);
      }
    }
  }

  private static JsonNode named(Document document, JsonNode parameters, JsonNode like) {
    return StreamSupport.stream(parameters.spliterator(), false)
        .map(document::resolved)
        .filter(p -> p.path("name").equals(like.path("name")))
        .filter(p -> p.path("in").equals(like.path("in")))
        .findFirst()
        .orElse(NOTHING.path("none"));
  }

  private void request(String at, JsonNode was, JsonNode is) {
    JsonNode before = released.resolved(was.path("requestBody"));
    JsonNode after = present.resolved(is.path("requestBody"));
    needed(at + " body", before, after);
    media(at + " body", before, after, sent);
  }

  private void needed(String at, JsonNode was, JsonNode is) {
    if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
      breaks.add(at + ": is required now");
    }
  }

  private void answer(String at, JsonNode answer, JsonNode now) {
    JsonNode was = released.resolved(answer);
    JsonNode is = present.resolved(now);
    for (var header : was.path("headers").properties()) {
      if (!is.path("headers").has(header.getKey())) {
        breaks.add(at + ": header " + header.getKey() + " is gone");
      }
    }
    media(at, was, is, answered);
  }

  private void media(String at, JsonNode was, JsonNode is, SchemaChange schemas) {
    for (var media : was.path("content").properties()) {
      JsonNode now = is.path("content").path(media.getKey());
      if (now.isMissingNode()) {
        breaks.add(at + ": " + media.getKey() + " is gone");
      } else {
        schemas.compare(at, shape(media.getValue()), shape(now));
      }
    }
  }

  /** Of a problem that is narrowed to some codes, the problem. */
  private static JsonNode shape(JsonNode media) {
    JsonNode schema = media.path("schema");
    return schema.at("/allOf/0/$ref").asText().endsWith("/Problem")
        ? schema.at("/allOf/0")
        : schema;
  }
}
