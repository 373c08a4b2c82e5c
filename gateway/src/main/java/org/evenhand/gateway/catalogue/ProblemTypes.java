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

  /**
   * By code.
   *
   * @throws IllegalStateException when two services mean different things by one code
   */
  static SortedMap<String, ObjectNode> of(List<Part> parts) {
    SortedMap<String, ObjectNode> types = new TreeMap<>();
    Stream.<ProblemType>concat(
            Stream.of(CommonProblem.values()), Stream.of(GatewayProblem.values()))
        .forEach(type -> types.put(type.name(), described(type)));
    for (Part part : parts) {
      for (JsonNode listed : part.document().path(NAME)) {
        ObjectNode type = listed.deepCopy();
        ObjectNode known = types.putIfAbsent(type.path("code").asText(), type);
        if (known != null && !known.equals(type)) {
          throw new IllegalStateException(
              part.upstream().name() + " means something else by " + type.path("code"));
        }
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
