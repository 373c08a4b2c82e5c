package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway says of rates in every answer; the services behind it don't know of them. */
final class RateHeaders {

  private static final int LONGEST = 200;

  private RateHeaders() {}

  static void tellIn(ObjectNode document) {
    describe(
        document, "RateLimit", "What is left of the rate, and in how many seconds it is whole");
    describe(document, "RateLimit-Policy", "How many requests there are in which time");
    document.at("/components/responses").forEach(RateHeaders::referTo);
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> operation.path("responses").forEach(RateHeaders::referTo)));
  }

  private static void describe(ObjectNode document, String name, String words) {
    ObjectNode header = document.withObject("/components/headers").putObject(name);
    header.put("description", words);
    header.putObject("schema").put("type", "string").put("maxLength", LONGEST);
  }

  private static void referTo(JsonNode answer) {
    if (!answer.has("$ref") && answer instanceof ObjectNode described) {
      ObjectNode headers = described.withObjectProperty("headers");
      for (String name : new String[] {"RateLimit", "RateLimit-Policy"}) {
        headers.putObject(name).put("$ref", "#/components/headers/" + name);
      }
    }
  }
}
