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

  private static final String PROMISE =
      """
      CloudEvents 1.0 in Kafka's binary mode. Topics evenhand.internal.… are for Evenhand's own \
      services.

      What a consumer may rely on:
      - Order per key, at least once. A record may come again, with the same ce_id and \
      ce_sequence; whoever keeps the highest ce_sequence per ce_source and ce_subject of a topic, \
      in the transaction of their own effect, and skips what is not above it, sees each event \
      once. A tested consumer that does so: /events/consumers/RatingsReader.java.
      - Records are written in transactions: read them with isolation.level=read_committed.
      - Nothing is deleted from a topic of facts, so everything can be rebuilt from its beginning. \
      A compacted topic keeps the last record of each key; one without a value means that there \
      is nothing any more.
      - Fields and values may be added to a type: pass over what you don't know. Nothing is taken \
      away and no meaning changes: that would be another type, told beside the first for a while.
      - No name, address, protected attribute or free text about a person is in any event. A \
      rating is public from the moment when its reviewee sees it.

      Schemas: /events/schemas/{type}.json, examples: /events/examples/{type}.json.
      """;

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
        .put("description", PROMISE);
    document.put("defaultContentType", "application/json");
    document.setAll(merge.result());
    return document;
  }
}
