package org.evenhand.gateway.watch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.evenhand.gateway.ServicesResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see: operations and times, but no id, name, token or query. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class AccessLogTest {

  private static final Tokens CALLER = Tokens.forEmployee("E001", "employee");

  private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
  private final Logger log = Logger.getLogger("org.evenhand.access");
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          ExtLogRecord told = ExtLogRecord.wrap(line);
          told.copyMdc();
          lines.add(told);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(listener);
  }

  @Test
  void aRequestIsALineWithItsFieldsAndNobodyInIt() {
    given()
        .header("Authorization", CALLER.bearer())
        .header("X-Request-Id", "request-of-the-log")
        .get("/v1/employees/Zoltan.Kovacs?name=Zsuzsa")
        .then()
        .statusCode(200);
    ExtLogRecord line = line("request-of-the-log");
    assertEquals("GET", line.getMdc("method"));
    assertEquals("/v1/employees/…", line.getMdc("route"));
    assertEquals("200", line.getMdc("status"));
    assertTrue(line.getMdc("millis").matches("\\d+"));
    String told = line.getFormattedMessage() + line.getMdcCopy();
    for (String nobody : List.of("Zoltan", "Zsuzsa", "E001", "Bearer", CALLER.bearer())) {
      assertFalse(told.contains(nobody), told);
    }
  }

  @Test
  void howMuchSomebodyWritesAboutTheirManagerIsntTold() {
    given()
        .header("Authorization", CALLER.bearer())
        .header("X-Request-Id", "upward-in-the-log")
        .get("/v1/upward-rounds/019a8c1e-6f00-7000-8000-000000000701/answers");
    ExtLogRecord line = line("upward-in-the-log");
    assertEquals("-", line.getMdc("bytes"));
    assertTrue(line.getFormattedMessage().contains("- bytes"), line.getFormattedMessage());
  }

  @Test
  void thatSomebodyAsksInConfidenceIsNoLineAndInNoFigure() {
    for (String path : List.of("", "/019a8c1e-6f00-7000-8000-000000000801", "/x/claim")) {
      given()
          .header("Authorization", CALLER.bearer())
          .header("X-Request-Id", "silent-in-the-log")
          .get("/v1/guidance-requests" + path);
    }
    given().header("X-Request-Id", "after-the-silence").get("/v1/reviews");
    line("after-the-silence");
    assertTrue(
        lines.stream().noneMatch(line -> "silent-in-the-log".equals(line.getMdc("requestId"))));
    assertFalse(metrics().contains("guidance"));
  }

  @Test
  void whatIsRefusedIsALineToo() {
    given().header("X-Request-Id", "refused-in-the-log").get("/v1/reviews").then().statusCode(401);
    assertEquals("401", line("refused-in-the-log").getMdc("status"));
    given().header("X-Request-Id", "unknown-in-the-log").get("/x/Zoltan").then().statusCode(404);
    assertEquals("UNKNOWN", line("unknown-in-the-log").getMdc("route"));
  }

  @Test
  void theSecretOfAFeedIsNowhere() {
    String secret = "s3cret".repeat(7) + "x";
    given()
        .header("X-Request-Id", "feed-in-the-log")
        .get("/calendar/" + secret + ".ics")
        .then()
        .statusCode(404);
    ExtLogRecord line = line("feed-in-the-log");
    assertEquals("/calendar/…", line.getMdc("route"));
    assertFalse((line.getFormattedMessage() + line.getMdcCopy()).contains("s3cret"));
    assertFalse(metrics().contains("s3cret"));
    assertTrue(metrics().contains("uri=\"/calendar/…\""));
    assertEquals(
        "/calendar/*,/v1/guidance-requests,/v1/guidance-requests/*",
        ConfigProvider.getConfig()
            .getValue("quarkus.otel.traces.suppress-application-uris", String.class));
  }

  @Test
  void idsMakeNoSeriesHoweverManyThereAre() {
    for (int i = 0; i < 60; i++) {
      given().header("Authorization", CALLER.bearer()).get("/v1/reviews/id-" + i);
      given().header("Authorization", CALLER.bearer()).get("/nothing/id-" + i);
    }
    given().header("Authorization", CALLER.bearer()).get("/v1/policies/afterwards");
    given().header("Authorization", CALLER.bearer()).get("/v1/tasks");
    String metrics = metrics();
    assertFalse(metrics.contains("id-"), "an id is a tag");
    assertTrue(metrics.contains("uri=\"/v1/reviews/…\""), metrics);
    assertTrue(metrics.contains("uri=\"/v1/policies/…\""), metrics);
    assertTrue(metrics.contains("uri=\"/v1/tasks\""), metrics);
    assertTrue(metrics.contains("uri=\"UNKNOWN\""), metrics);
    assertTrue(metrics.contains("http_server_requests_seconds_bucket{"), metrics);
    assertTrue(metrics.contains("evenhand_gateway_under_way{of=\"imports\"}"), metrics);
  }

  private ExtLogRecord line(String requestId) {
    await()
        .until(() -> lines.stream().anyMatch(line -> requestId.equals(line.getMdc("requestId"))));
    return lines.stream()
        .filter(line -> requestId.equals(line.getMdc("requestId")))
        .findFirst()
        .orElseThrow();
  }

  private static String metrics() {
    return given()
        .header("Authorization", Tokens.forClient("evenhand-insight", "insight").bearer())
        .get("/q/metrics")
        .asString();
  }
}
