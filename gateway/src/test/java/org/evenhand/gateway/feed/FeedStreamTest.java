package org.evenhand.gateway.feed;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.evenhand.gateway.feed.Feed.publish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.evenhand.gateway.Http;
import org.evenhand.gateway.Raw;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public topics over HTTP, as a stream. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(KafkaResource.class)
class FeedStreamTest {

  private static final String POLICIES = "evenhand.policies";

  @TestHTTPResource("/")
  URI gateway;

  @Inject TestClock clock;

  @BeforeAll
  static void topics() {
    Feed.createTopics();
  }

  @Test
  void whatThereIsComesFirstThenThatItIsAllThenWhatFollows() {
    publish(POLICIES, "policy.drafted", "drafted", 1, "{}");
    try (SseReader stream = SseReader.open(gateway, "?types=policy.drafted")) {
      assertEquals("1", stream.event("org.evenhand.policy.drafted.v1").data("sequence"));
      stream.event("caught-up");
      publish(POLICIES, "policy.drafted", "drafted", 2, "{}");
      assertEquals("2", stream.event("org.evenhand.policy.drafted.v1").data("sequence"));
    }
  }

  @Test
  void aReaderThatComesAgainWithItsLastIdLosesAndDoublesNothing() {
    int all = 30;
    publish(POLICIES, "policy.edited", LongStream.range(0, all), n -> "edited-" + n % 4, "{}");
    List<String> seen = new ArrayList<>();
    String last = "";
    while (seen.size() < all) {
      try (SseReader stream = SseReader.open(gateway, "?types=policy.edited", last)) {
        for (int i = 0; i < 7 && seen.size() < all; i++) {
          SseReader.Frame frame = stream.event("org.evenhand.policy.edited.v1");
          seen.add(frame.data("id"));
          last = frame.id();
        }
      }
    }
    assertEquals(all, seen.stream().distinct().count());
    try (SseReader stream = SseReader.open(gateway, "?types=policy.edited", last)) {
      assertEquals("caught-up", stream.next().event());
    }
  }

  @Test
  void aSilentStreamIsAliveAndItsIdGoesOnPastWhatIsNotWanted() {
    try (SseReader stream = SseReader.open(gateway, "?types=policy.retired")) {
      String first = stream.event("caught-up").id();
      publish(POLICIES, "policy.superseded", "superseded", 1, "{}");
      await()
          .untilAsserted(
              () -> {
                SseReader.Frame beat = stream.next();
                assertEquals("", beat.event());
                assertNotEquals(first, beat.id());
              });
      // Longer than the longest silence of an answer
      await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
      publish(POLICIES, "policy.retired", "retired", 1, "{}");
      stream.event("org.evenhand.policy.retired.v1");
    }
  }

  @Test
  void aReaderWhoTakesNothingCostsOnePageAndIsCutOff() throws Exception {
    String large = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
    int all = 200;
    publish(POLICIES, "policy.signed", LongStream.range(0, all), n -> "signed", large);
    double before = sent();
    double unread = unread();
    try (Socket slow = new Raw(gateway).open()) {
      slow.getOutputStream()
          .write(
              ("GET /v1/events?types=policy.signed HTTP/1.1\r\nHost: localhost\r\n"
                      + "Accept: text/event-stream\r\nAuthorization: "
                      + Feed.READER.bearer()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> unread() > unread);
      // Pages of a megabyte: what the two systems keep on the way, and one that waits
      assertTrue(sent() - before < all / 2.0, "read ahead: " + (sent() - before));
    }
  }

  @Test
  void itEndsWithItsToken() {
    Tokens token = Feed.READER;
    Tokens ending =
        new Tokens(
            token.subject(),
            token.clientId(),
            token.employeeId(),
            token.roles(),
            token.issuer(),
            token.audience(),
            Instant.now().plusSeconds(4),
            false);
    try (SseReader stream =
        SseReader.open(gateway, "?types=policy.rejected", "", ending.bearer())) {
      stream.event("caught-up");
      assertTrue(stream.endsWithin(Duration.ofSeconds(20)));
    }
  }

  /** The token knows nothing of it. */
  @Test
  void itLastsAsLongAsItsTokenAlsoWhereTheClockOfALocalStackIsAhead() {
    publish(POLICIES, "policy.withdrawn", "ahead", 1, "{}");
    clock.advance(Duration.ofDays(90));
    try (SseReader stream = SseReader.open(gateway, "?types=policy.withdrawn")) {
      assertEquals("1", stream.event("org.evenhand.policy.withdrawn.v1").data("sequence"));
      stream.event("caught-up");
    } finally {
      clock.reset();
    }
  }

  @Test
  void oneWhoHasManyStreamsGetsNoMore() {
    Tokens greedy = Tokens.forClient("greedy", "insight");
    List<SseReader> open = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        open.add(SseReader.open(gateway, "?types=policy.approved", "", greedy.bearer()));
      }
      given()
          .header("Authorization", greedy.bearer())
          .accept("text/event-stream")
          .get(Feed.PATH)
          .then()
          .statusCode(429);
      try (SseReader other = SseReader.open(gateway, "?types=policy.approved")) {
        other.event("caught-up");
      }
    } finally {
      open.forEach(SseReader::close);
    }
    await()
        .untilAsserted(
            () -> SseReader.open(gateway, "?types=policy.approved", "", greedy.bearer()).close());
  }

  @Test
  void whileKafkaIsAwayAPageIsRefusedAndAStreamWaitsAndThenBothGoOn() {
    String type = "charter.in-force";
    publish(POLICIES, type, "charter", 1, "{}");
    String cursor = Feed.readOn(type, null, 100, new ArrayList<>());
    try (SseReader stream = SseReader.open(gateway, "?types=" + type)) {
      stream.event("org.evenhand.charter.in-force.v1");
      stream.event("caught-up");
      KafkaResource.broker().stop();
      try {
        HttpResponse<byte[]> away = Feed.ask(Feed.query(type, cursor));
        assertEquals(503, away.statusCode());
        assertEquals("1", Http.header(away, "Retry-After"));
        assertTrue(Http.text(away).contains("DEPENDENCY_UNAVAILABLE"), Http.text(away));
      } finally {
        KafkaResource.broker().start();
      }
      publish(POLICIES, type, "charter", 2, "{}");
      assertEquals("2", stream.event("org.evenhand.charter.in-force.v1").data("sequence"));
    }
    List<JsonObject> since = new ArrayList<>();
    Feed.readOn(type, cursor, 100, since);
    assertEquals(List.of("2"), Feed.sequences(since, "charter"));
  }

  @Test
  void oneThatCannotGoOnSaysSoAndEnds() throws Exception {
    publish("evenhand.findings", "cycle.judged", "judged", 1, "{}");
    try (SseReader stream = SseReader.open(gateway, "?types=cycle.judged")) {
      stream.event("org.evenhand.cycle.judged.v1");
      stream.event("caught-up");
      Feed.createAgain("evenhand.findings");
      assertEquals("POSITION_GONE", stream.event("problem").data("code"));
      assertTrue(stream.endsWithin(Duration.ofSeconds(10)));
    }
  }

  @Test
  void aStreamSaysWhatIsToldAnew() {
    String topic = "evenhand.current-ratings";
    publish(topic, "rating.current", "streamed", 1, "{}");
    String end = Feed.readOn("rating.current", null, 500, new ArrayList<>());
    publish(topic, "rating.current", "streamed", 2, "{}");
    String old = Feed.aged(end, Duration.ofHours(25));
    try (SseReader stream = SseReader.open(gateway, "?types=rating.current", old)) {
      SseReader.Frame anew = stream.event("anew");
      assertTrue(anew.data().contains("org.evenhand.rating.current.v1"), anew.data());
      assertNotEquals("", anew.id());
      stream.event("org.evenhand.rating.current.v1");
    }
  }

  @Test
  void whatIsWrongFromTheBeginningIsAProblemAndNoStream() {
    for (String query : List.of("?types=nothing", "?after=nonsense", "?limit=5")) {
      given()
          .header("Authorization", Feed.READER.bearer())
          .accept("text/event-stream")
          .get(Feed.PATH + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  private static double sent() {
    return figure("evenhand_gateway_feed_events_total{form=\"stream\"");
  }

  private static double unread() {
    return figure("evenhand_gateway_refused_total{of=\"answer\",reason=\"unread\"");
  }

  private static double figure(String beginning) {
    return given()
        .header("Authorization", Feed.READER.bearer())
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
