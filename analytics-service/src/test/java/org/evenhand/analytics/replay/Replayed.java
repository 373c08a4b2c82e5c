package org.evenhand.analytics.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;

/**
 * A replay of a cycle, with review-service played by the test.
 *
 * @param levels for each level of the cycle that of the draft
 */
record Replayed(UUID id, String cycle, List<Integer> levels, int size, int favourableFrom) {

  private static final String FAIRNESS = "evenhand.internal.impact-replay-fairness";
  private static final int CHUNK = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  static Replayed of(String cycle, List<Integer> levels, int size, int favourableFrom) {
    return new Replayed(UUID.randomUUID(), cycle, levels, size, favourableFrom);
  }

  /** All parts, the last one last. */
  List<Sent> parts(Map<String, Integer> told) {
    List<Map<String, Object>> outcomes = new ArrayList<>();
    told.forEach(
        (person, level) -> outcomes.add(Map.of("reviewId", review(person), "level", level)));
    List<Sent> parts = new ArrayList<>();
    for (int from = 0; from < outcomes.size(); from += CHUNK) {
      parts.add(
          part(
              parts.size() + 1,
              false,
              outcomes.subList(from, Math.min(from + CHUNK, outcomes.size()))));
    }
    parts.add(part(parts.size() + 1, true, List.of()));
    return parts;
  }

  UUID review(String person) {
    return Company.id("review of " + person + " in " + cycle);
  }

  private Sent part(int number, boolean last, List<Map<String, Object>> outcomes) {
    Map<String, Object> data = new HashMap<>();
    data.put("replayId", id);
    data.put("cycleId", Company.id("cycle " + cycle));
    data.put("part", number);
    if (last) {
      data.put("parts", number);
    }
    data.put("levels", levels);
    data.put("scale", Map.of("size", size, "favourableFrom", favourableFrom));
    data.put("outcomes", outcomes);
    return new Sent(
        "evenhand.internal.impact-replay-outcomes",
        "org.evenhand.impact-replay.outcomes-told.v1",
        "/review-service",
        Company.id(id + "/" + number),
        1,
        data);
  }

  static void send(List<Sent> parts) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(parts);
    }
  }

  UUID telling() {
    String name = id + "/" + Company.id("cycle " + cycle);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode told(Map<String, Integer> told) {
    send(parts(told));
    return told();
  }

  /** What policy-service hears of it, once. */
  JsonNode told() {
    Events.ofTest().await(FAIRNESS, 1, this::isOfThis);
    List<ConsumerRecord<String, String>> all =
        Events.ofTest().all(FAIRNESS).stream().filter(this::isOfThis).toList();
    if (all.size() != 1) {
      throw new AssertionError("told " + all.size() + " times");
    }
    EventSchemas.check(all.get(0));
    try {
      return JSON.readTree(all.get(0).value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isOfThis(ConsumerRecord<String, String> record) {
    return record.key().equals(telling().toString());
  }

  static JsonNode group(JsonNode told, String attribute, String group) {
    JsonNode of = named(told.path("attributes"), "attribute", attribute);
    return named(of.path("groups"), "group", group);
  }

  private static JsonNode named(JsonNode all, String field, String value) {
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(value + " isn't in " + all));
  }
}
