package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.ProblemType;

/** The types of problems of the suite: those of the gateway, and those that services list. */
final class ProblemTypes {

  static final String NAME = "x-problem-types";

  private ProblemTypes() {}

  /** By code. Services of two versions may word one differently for a while: the first counts. */
  static SortedMap<String, ObjectNode> of(List<Part> parts) {
    SortedMap<String, ObjectNode> types = new TreeMap<>();
    Stream.<ProblemType>concat(
            Stream.of(CommonProblem.values()), Stream.of(GatewayProblem.values()))
        .forEach(type -> types.put(type.name(), described(type)));
    for (Part part : parts) {
      for (JsonNode listed : part.document().path(NAME)) {
        types.putIfAbsent(listed.path("code").asText(), listed.deepCopy());
      }
    }
    return types;
  }

  private static ObjectNode described(ProblemType type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", type.name())
        .put("status", type.status())
        .put("title", type.title())
        .put("remedy", type.remedy());
  }
}
