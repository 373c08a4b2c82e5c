package org.evenhand.gateway.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.evenhand.gateway.feed.Feed.publish;
import static org.evenhand.gateway.feed.Feed.readOn;
import static org.evenhand.gateway.feed.Feed.sequences;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.evenhand.gateway.Http;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public topics over HTTP, page by page. Each test has types of its own. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(KafkaResource.class)
class FeedTest {

  private static final String CYCLES = "evenhand.cycles";
  private static final String CURRENT = "evenhand.current-ratings";
  private static final int MANY = 100_000;

  @Inject Reading reading;

  @BeforeAll
  static void topics() {
    Feed.createTopics();
  }

  @Test
  void everyEventComesOnceAndInTheOrderOfItsKey() {
    publish(CYCLES, "cycle.opened", LongStream.range(0, 120), n -> "cycle-" + n % 7, "{}");
    List<JsonObject> events = new ArrayList<>();
    readOn("cycle.opened", null, 7, events);
    assertEquals(120, events.size());
    for (int key = 0; key < 7; key++) {
      assertEquals(
          LongStream.iterate(key, n -> n < 120, n -> n + 7).mapToObj(Long::toString).toList(),
          sequences(events, "cycle-" + key));
    }
  }

  @Test
  void anItemIsTheCloudEventOfTheRecord() {
    publish(CYCLES, "cycle.closed", "one-that-closed", 5, "{\"key\":\"2026\"}");
    JsonObject event = Feed.all("org.evenhand.cycle.closed.v1").get(0);
    assertEquals("1.0", event.getString("specversion"));
    assertEquals("org.evenhand.cycle.closed.v1", event.getString("type"));
    assertEquals("/test", event.getString("source"));
    assertEquals("one-that-closed", event.getString("subject"));
    assertEquals("5", event.getString("sequence"));
    assertEquals("application/json", event.getString("datacontenttype"));
    assertEquals("2026", event.getJsonObject("data").getString("key"));
    assertTrue(event.containsKey("id") && event.containsKey("time"), event.encode());
  }

  @Test
  void aTransactionThatWasGivenUpIsNeverSeen() {
    publish(CYCLES, "cycle.cancelled", "kept", 1, "{}");
    try (var producer = Feed.transactional()) {
      producer.initTransactions();
      producer.beginTransaction();
      var givenUp = producer.send(Feed.event(CYCLES, "cycle.cancelled", "kept", 2, "{}"));
      producer.flush();
      assertTrue(givenUp.isDone());
      assertEquals(List.of("1"), sequences(Feed.all("cycle.cancelled"), "kept"));
      producer.abortTransaction();
      producer.beginTransaction();
      var kept = producer.send(Feed.event(CYCLES, "cycle.cancelled", "kept", 3, "{}"));
      producer.commitTransaction();
      assertTrue(kept.isDone());
    }
    // The end of the transaction is the last record of its partition, and holds nothing
    await()
        .untilAsserted(
            () -> assertEquals(List.of("1", "3"), sequences(Feed.all("cycle.cancelled"), "kept")));
  }

  @Test
  void aReadingGoesOnInAnotherProcess() {
    publish(
        "evenhand.findings", "finding.cleared", LongStream.range(0, 40), n -> "f-" + n % 3, "{}");
    Set<String> ids = new HashSet<>();
    String cursor = null;
    for (boolean more = true; more; ) {
      JsonObject page = Feed.page("finding.cleared", cursor, 3);
      for (Object item : page.getJsonArray("items")) {
        assertTrue(ids.add(((JsonObject) item).getString("id")), "twice");
      }
      cursor = page.getString("next");
      more = page.getBoolean("more");
      reading.forget();
    }
    assertEquals(40, ids.size());
  }

  @Test
  void whoFollowsPresentRatingsHasThemWhateverWasCompactedMeanwhile() {
    int keys = 30;
    publish(CURRENT, "rating.current", LongStream.range(0, keys), n -> "review-" + n % keys, "{}");
    List<JsonObject> events = new ArrayList<>();
    JsonObject first = Feed.page("rating.current", null, 10);
    first.getJsonArray("items").forEach(item -> events.add((JsonObject) item));

    int last = keys * 40;
    publish(
        CURRENT, "rating.current", LongStream.range(keys, last), n -> "review-" + n % keys, "{}");
    for (int i = 0; i < 5; i++) {
      publish(CURRENT, "rating.current", "review-" + i, last + i, null);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              // Only what lies behind the present segment is cleaned
              publish(CURRENT, "rating.current", UUID.randomUUID().toString(), 1, "{}");
              return Feed.all("rating.current").stream()
                      .filter(event -> event.getString("subject").startsWith("review-"))
                      .count()
                  <= 3L * keys;
            });

    readOn("rating.current", first.getString("next"), 10, events);
    Map<String, String> states = Feed.states(events);
    for (int i = 0; i < keys; i++) {
      assertEquals(
          i < 5 ? null : Long.toString(last - keys + i), states.get("review-" + i), "review-" + i);
    }
  }

  /** The topics of the tests keep tombstones for a day, as Kafka does by itself. */
  @Test
  void whoWasAwayForLongerThanTombstonesAreKeptIsToldPresentRatingsAnewAndOthersGoOn() {
    String types = "rating.current,rating.disputed";
    publish(CURRENT, "rating.current", "away", 1, "{}");
    publish("evenhand.ratings", "rating.disputed", "away-dispute", 1, "{}");
    String end = readOn(types, null, 500, new ArrayList<>());
    publish(CURRENT, "rating.current", "away", 2, "{}");
    publish("evenhand.ratings", "rating.disputed", "away-dispute", 2, "{}");

    String yesterday = Feed.aged(end, Duration.ofHours(23));
    assertEquals(List.of(), Feed.page(types, yesterday, 500).getJsonArray("anew").getList());
    JsonObject page = Feed.page(types, Feed.aged(end, Duration.ofHours(25)), 500);
    assertEquals(List.of("org.evenhand.rating.current.v1"), page.getJsonArray("anew").getList());
    List<JsonObject> events = new ArrayList<>();
    page.getJsonArray("items").forEach(item -> events.add((JsonObject) item));
    readOn(types, page.getString("next"), 500, events);
    assertEquals("2", Feed.states(events).get("away"));
    assertEquals(List.of("2"), sequences(events, "away-dispute"));
  }

  /** A service that was killed at the wrong moment does so. */
  @Test
  void whatIsToldTwiceHasOneIdAndSequence() {
    var record = Feed.event(CYCLES, "cycle.cancelled", "twice", 4, "{}");
    Events.ofTest().publish(record);
    Events.ofTest().publish(record);
    List<JsonObject> told =
        Feed.all("cycle.cancelled").stream()
            .filter(event -> event.getString("subject").equals("twice"))
            .toList();
    assertEquals(2, told.size());
    assertEquals(told.get(0), told.get(1));
  }

  @Test
  void aTopicThatWasCreatedAgainIsReadFromItsBeginningOnlyByWhoKnows() throws Exception {
    String topic = "evenhand.development";
    publish(topic, "goal.agreed", "goal", 1, "{}");
    String cursor = readOn("goal.agreed", null, 100, new ArrayList<>());
    Feed.createAgain(topic);
    publish(topic, "goal.agreed", "goal", 1, "{}");
    publish(topic, "goal.agreed", "goal", 2, "{}");
    HttpResponse<byte[]> refused = Feed.ask(Feed.query("goal.agreed", cursor));
    assertEquals(410, refused.statusCode(), Http.text(refused));
    assertTrue(Http.text(refused).contains("POSITION_GONE"), Http.text(refused));
    assertEquals(List.of("1", "2"), sequences(Feed.all("goal.agreed"), "goal"));
  }

  @Test
  void aHundredThousandAreReadToTheEnd() {
    publish(
        "evenhand.ratings",
        "rating.recorded",
        LongStream.range(0, MANY),
        n -> "r-" + n % 1000,
        "{}");
    List<JsonObject> events = new ArrayList<>();
    String end = readOn("rating.recorded", null, 500, events);
    assertEquals(MANY, events.stream().map(event -> event.getString("id")).distinct().count());
    assertEquals(MANY, events.size());
    assertEquals(
        LongStream.iterate(7, n -> n < MANY, n -> n + 1000).mapToObj(Long::toString).toList(),
        sequences(events, "r-7"));

    // Who wants few of many passes over the others without a page that takes for ever
    List<JsonObject> few = new ArrayList<>();
    readOn("rating.appealed", null, 500, few);
    assertEquals(0, few.size());
    assertEquals(0, Feed.page("rating.recorded", end, 500).getJsonArray("items").size());
  }

  @Test
  void aPageOfLargeEventsIsBounded() {
    String large = "{\"text\":\"" + "x".repeat(400_000) + "\"}";
    for (int i = 0; i < 8; i++) {
      publish("evenhand.policies", "policy.announced", "policy", i, large);
    }
    HttpResponse<byte[]> page = Feed.ask("?types=policy.announced&limit=500");
    assertTrue(page.body().length < 2 * 1024 * 1024, page.body().length + " bytes");
    List<JsonObject> events = new ArrayList<>();
    readOn("policy.announced", null, 500, events);
    assertEquals(8, events.size());
  }

  @Test
  void onlyASystemWithTheRoleReads() {
    given().get(Feed.PATH).then().statusCode(401);
    for (Tokens other :
        List.of(
            Tokens.forEmployee("E001", "hr-lead", "insight"),
            Tokens.forEmployee("E001", "hr"),
            Tokens.forClient("evenhand-hris", "hris"),
            Tokens.forClient("evenhand-review", "service"))) {
      for (String form : List.of("application/json", "text/event-stream")) {
        given()
            .header("Authorization", other.bearer())
            .accept(form)
            .get(Feed.PATH)
            .then()
            .statusCode(403)
            .body("code", equalTo("FORBIDDEN"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "types=rating.shred, types, NOT_ONE_OF",
    "types=org.evenhand.internal.directory, types, NOT_ONE_OF",
    "'types=rating.shared,', types, NOT_ONE_OF",
    "types=, types, MALFORMED",
    "types=cycle.opened&types=cycle.closed, types, DUPLICATE",
    "after=nonsense, after, MALFORMED",
    "limit=0, limit, RANGE",
    "limit=501, limit, RANGE",
    "limit=ten, limit, RANGE",
    "topic=evenhand.ratings, topic, UNKNOWN"
  })
  void whatIsWrongIsNamed(String query, String parameter, String code) {
    asked("GET", query)
        .statusCode(400)
        .body("errors.parameter", hasItem(parameter))
        .body("errors.code", hasItem(code));
  }

  @Test
  void whoMistypesATypeIsToldWhichThereAre() {
    asked("GET", "types=rating.shred")
        .body("errors[0].detail", containsString("rating.shared"))
        .body("errors[0].detail", containsString("finding.raised"));
  }

  @Test
  void aCursorOfOtherTypesIsRefused() {
    String cursor = Feed.page("cycle.scheduled", null, 1).getString("next");
    asked("GET", "types=cycle.judged&after=" + cursor)
        .statusCode(400)
        .body("errors.parameter", hasItem("after"));
  }

  @Test
  void eventsAreOnlyRead() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      asked(method, "").statusCode(405).header("Allow", "GET, HEAD");
    }
    asked("HEAD", "").statusCode(200).header("Content-Type", "application/json");
    given()
        .header("Authorization", Feed.READER.bearer())
        .accept("text/csv")
        .get(Feed.PATH)
        .then()
        .statusCode(406);
  }

  @Test
  void whoTakesBothFormsGetsTheOneTheyNameFirst() {
    given()
        .header("Authorization", Feed.READER.bearer())
        .accept("application/json, text/event-stream")
        .get(Feed.PATH + "?types=cycle.judged")
        .then()
        .contentType("application/json");
  }

  @Test
  void itIsALineInTheLogAndAFigureOfItsOwn() {
    Feed.page("cycle.judged", null, 1);
    String metrics =
        given().header("Authorization", Feed.READER.bearer()).get("/q/metrics").asString();
    assertTrue(metrics.contains("uri=\"/v1/events\""), metrics);
    assertTrue(metrics.contains("evenhand_gateway_feed_events_total{form=\"page\"}"), metrics);
    assertFalse(metrics.contains("uri=\"/v1/events/…\""), metrics);
  }

  private static ValidatableResponse asked(String method, String query) {
    return given()
        .header("Authorization", Feed.READER.bearer())
        .request(method, query.isEmpty() ? Feed.PATH : Feed.PATH + "?" + query)
        .then();
  }
}
