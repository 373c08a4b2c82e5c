package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One AsyncAPI document of the events of all services. */
final class AsyncApi {

  private static final List<String> SECTIONS =
      List.of(
          "/servers",
          "/channels",
          "/operations",
          "/components/schemas",
          "/components/messages",
          "/components/messageTraits",
          "/components/operationTraits",
          "/components/channels",
          "/components/parameters",
          "/components/securitySchemes");

  private final String version;

  AsyncApi(String version) {
    this.version = version;
  }

  ObjectNode of(List<Part> parts) {
    Merge merge = new Merge(SECTIONS);
    parts.forEach(part -> merge.add(part.upstream().name(), part.document()));
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Evenhand events")
        .put("version", version)
        .put(
            "description",
            "CloudEvents 1.0 in Kafka's binary mode. Schemas: /events/schemas/{type}.json,"
                + " examples: /events/examples/{type}.json.");
    document.put("defaultContentType", "application/json");
    document.setAll(merge.result());
    return document;
  }
}
