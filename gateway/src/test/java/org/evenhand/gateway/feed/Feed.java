package org.evenhand.gateway.feed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.gateway.Http;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/** The topics of the tests, and a system outside that reads them. */
final class Feed {

  static final String PATH = "/v1/events";
  static final Tokens READER = Tokens.forClient("evenhand-insight", "insight");

  private static final int PARTITIONS = 3;

  private Feed() {}

  /** As the deployment creates them. */
  static void createTopics() {
    try (Admin admin = admin()) {
      for (PublicTopic topic : new PublicTopics().all()) {
        create(admin, topic.name(), topic.compacted() ? compacting() : Map.of());
      }
    }
  }

  /** Cleaned as soon as there is anything to clean. */
  private static Map<String, String> compacting() {
    return Map.of(
        "cleanup.policy", "compact",
        "segment.ms", "100",
        "min.cleanable.dirty.ratio", "0.0001",
        "max.compaction.lag.ms", "100");
  }

  private static void create(Admin admin, String topic, Map<String, String> settings) {
    try {
      admin
          .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(settings)))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new AssertionError(e);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void createAgain(String topic) throws Exception {
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(topic));
      create(admin, topic, Map.of());
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", KafkaResource.broker().bootstrapServers()));
  }

  static KafkaProducer<String, @Nullable String> transactional() {
    return new KafkaProducer<>(
        Map.<String, Object>of(
            "bootstrap.servers",
            KafkaResource.broker().bootstrapServers(),
            "transactional.id",
            UUID.randomUUID().toString()),
        new StringSerializer(),
        new StringSerializer());
  }

  static ProducerRecord<String, @Nullable String> event(
      String topic, String type, String subject, long sequence, @Nullable String data) {
    return Events.record(
        topic,
        null,
        "org.evenhand." + type + ".v1",
        "/test",
        subject,
        sequence,
        Instant.now(),
        data);
  }

  static void publish(
      String topic, String type, String subject, long sequence, @Nullable String data) {
    Events.ofTest().publish(event(topic, type, subject, sequence, data));
  }

  /** At once: the numbers are the sequences, {@code subject} tells whose event a number is. */
  static void publish(
      String topic, String type, LongStream numbers, LongFunction<String> subject, String data) {
    Events.ofTest()
        .publish(numbers.mapToObj(n -> event(topic, type, subject.apply(n), n, data)).toList());
  }

  static HttpResponse<byte[]> ask(String query, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Authorization", READER.bearer()), Stream.of(headers))
            .toArray(String[]::new);
    return Http.get(PATH + query, all);
  }

  static JsonObject page(String types, @Nullable String after, int limit) {
    HttpResponse<byte[]> answer = ask(query(types, after) + "&limit=" + limit);
    assertEquals(200, answer.statusCode(), Http.text(answer));
    return new JsonObject(Http.text(answer));
  }

  static String query(String types, @Nullable String after) {
    String of = "?types=" + URLEncoder.encode(types, StandardCharsets.UTF_8);
    return after == null ? of : of + "&after=" + after;
  }

  /** Reads on to the end, adds the events, and returns the cursor. */
  static String readOn(String types, @Nullable String after, int limit, List<JsonObject> events) {
    String cursor = after;
    while (true) {
      JsonObject page = page(types, cursor, limit);
      page.getJsonArray("items").forEach(item -> events.add((JsonObject) item));
      cursor = page.getString("next");
      if (!page.getBoolean("more")) {
        return cursor;
      }
    }
  }

  /** As it was for one who was at the end so long ago. */
  static String aged(String cursor, Duration age) {
    Cursor known = Cursor.decode(cursor, "after");
    return new Cursor(
            known.selection(),
            known.marks().stream()
                .map(
                    mark ->
                        new Cursor.Mark(
                            mark.topic(), mark.id(), mark.since().minus(age), mark.next()))
                .toList())
        .encode();
  }

  static List<JsonObject> all(String types) {
    List<JsonObject> events = new ArrayList<>();
    readOn(types, null, 500, events);
    return events;
  }

  static List<String> sequences(List<JsonObject> events, String subject) {
    return events.stream()
        .filter(event -> subject.equals(event.getString("subject")))
        .map(event -> event.getString("sequence"))
        .toList();
  }

  /** What a follower of present states holds: the last one of each subject, and none once gone. */
  static Map<String, String> states(List<JsonObject> events) {
    Map<String, String> states = new HashMap<>();
    for (JsonObject event : events) {
      if (event.containsKey("data")) {
        states.put(event.getString("subject"), event.getString("sequence"));
      } else {
        states.remove(event.getString("subject"));
      }
    }
    return states;
  }
}
