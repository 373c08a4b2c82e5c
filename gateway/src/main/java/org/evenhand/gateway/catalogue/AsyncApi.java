package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One AsyncAPI document of the public topics of all services, and of nothing else. */
@Singleton
class AsyncApi {

  private static final String INTERNAL = "evenhand.internal.";

  private static final List<String> REFERRED_TO =
      Stream.of(
              "schemas",
              "messages",
              "messageTraits",
              "operationTraits",
              "channels",
              "parameters",
              "securitySchemes")
          .map(kind -> "/components/" + kind)
          .toList();

  private static final List<String> SECTIONS =
      Stream.concat(Stream.of("/channels", "/operations"), REFERRED_TO.stream()).toList();

  private static final String PROMISE =
      """
      CloudEvents 1.0 in Kafka's binary mode. How to get access, and a consumer in Java, \
      TypeScript and Python: /guides/events. The same over HTTP, in structured JSON mode: \
      GET /v1/events.

      What a consumer may rely on:
      - Order per key, at least once. A record may come again, with the same ce_id and \
      ce_sequence; whoever keeps the highest ce_sequence per ce_source and ce_subject of a topic, \
      in the transaction of their own effect, and skips what is not above it, sees each event \
      once. A tested consumer that does so: /events/consumers/RatingsReader.java.
      - Records are written in transactions: read them with isolation.level=read_committed. The \
      end of each transaction takes an offset of its own, so offsets have gaps: don't count \
      records by them, and don't wait for the record before the end offset.
      - A client that speaks to Kafka 4 is new enough: the Java client from 2.1 on, librdkafka \
      from 1.8.2 (Python, .NET, Go), KafkaJS from 1.15.
      - Nothing is deleted from a topic of facts, so everything can be rebuilt from its beginning. \
      A compacted topic keeps the last record of each key; one without a value means that there \
      is nothing any more.
      - Fields and values may be added to a type: pass over what you don't know. Nothing is taken \
      away and no meaning changes: that would be another type, told beside the first for a while.
      - No name, address, protected attribute or free text about a person is in any event. A \
      rating is public from the moment when its reviewee sees it.
      - employeeId is our id of a person. Who may know the person behind it, a client with the \
      role hris, joins it over HTTP: id and externalId of GET /v1/employees.

      Schemas: /events/schemas/{type}.json, examples: /events/examples/{type}.json.
      """;

  private final About about;
  private final KafkaServer server;

  AsyncApi(About about, KafkaServer server) {
    this.about = about;
    this.server = server;
  }

  ObjectNode of(List<Part> parts) {
    Merge merge = new Merge(SECTIONS);
    parts.forEach(part -> merge.add(part.upstream().name(), open(part.document())));
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("asyncapi", "3.0.0");
    document.set("info", about.info("Evenhand events", PROMISE));
    document.put("defaultContentType", "application/json");
    document.setAll(merge.result());
    server.addTo(document);
    return document;
  }

  /** Without the topics that only our services may read, and the parts that only these refer to. */
  private static ObjectNode open(ObjectNode whole) {
    ObjectNode document = whole.deepCopy();
    remove(
        document.path("operations"),
        operation -> isInternal(document.at(target(operation.path("channel")))));
    remove(document.path("channels"), AsyncApi::isInternal);
    NamedParts.removeUnused(document, REFERRED_TO, List.of("/channels", "/operations"));
    return document;
  }

  private static boolean isInternal(JsonNode channel) {
    return channel.path("address").asText().startsWith(INTERNAL);
  }

  private static String target(JsonNode reference) {
    return reference.path("$ref").asText("#").substring(1);
  }

  private static void remove(JsonNode section, Predicate<JsonNode> unwanted) {
    if (section instanceof ObjectNode parts) {
      parts.remove(
          parts.properties().stream()
              .filter(part -> unwanted.test(part.getValue()))
              .map(Map.Entry::getKey)
              .toList());
    }
  }
}
