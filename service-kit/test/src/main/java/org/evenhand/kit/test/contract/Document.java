package org.evenhand.kit.test.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A document whose parts refer to each other ({@code #/components/schemas/Review}). */
record Document(JsonNode root) {

  /** The part itself, or what it refers to. Members beside a reference only describe it. */
  JsonNode resolved(JsonNode node) {
    JsonNode at = node;
    while (at.has("$ref")) {
      String reference = at.get("$ref").asText();
      at = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
      if (at.isMissingNode()) {
        throw new AssertionError("nothing at " + reference);
      }
    }
    return at;
  }
}
