package org.evenhand.local.journey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.local.journey.telling.Story;
import org.evenhand.local.process.LocalClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a small server that is both gateway and Keycloak. */
class ApiTest {
  private final List<String> tokenRequests = new ArrayList<>();
  private HttpServer server;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/realm/protocol/openid-connect/token", this::token);
    server.createContext("/v1/echo", this::echo);
    server.createContext(
        "/v1/refused",
        exchange ->
            answer(
                exchange,
                422,
                "{\"type\":\"http://localhost:8080/problems/rule-violated\",\"errors\":[]}"));
    server.start();
    URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    api =
        Api.of(
            new StackAddresses(
                root,
                URI.create(root + "/realm"),
                "",
                0,
                Path.of("."),
                Path.of("."),
                new LocalClock(Path.of("none"))));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aPersonSignsInOnceAndTheCallCarriesTokenKeyAndPrecondition() {
    for (int i = 0; i < 2; i++) {
      api.as("may")
          .patch("/v1/echo")
          .json(Map.of("name", "Żółć"))
          .ifMatch("\"7\"")
          .idempotencyKey("k")
          .send()
          .expect(200)
          .expect("/method", "PATCH")
          .expect("/authorization", "Bearer token-1")
          .expect("/if-match", "\"7\"")
          .expect("/idempotency-key", "k")
          .expect("/content-type", "application/merge-patch+json")
          .expect("/body", "{\"name\":\"Żółć\"}");
    }
    assertThat(tokenRequests).hasSize(1);
    assertThat(tokenRequests.get(0))
        .contains("grant_type=password", "client_id=evenhand-demo", "username=may");
  }

  @Test
  void aSystemSignsInWithItsSecret() {
    api.asClient("evenhand-hris")
        .post("/v1/echo")
        .csv("a,b\n1,2\n")
        .send()
        .expect("/body", "a,b\n1,2\n");

    assertThat(tokenRequests.get(0))
        .contains("grant_type=client_credentials", "client_secret=local-only-evenhand-hris");
  }

  @Test
  void aFailureSaysStepRequestExpectedAndSeen() {
    Story story = new Story(line -> {});

    assertThatThrownBy(
            () ->
                story.step(
                    "May submits",
                    () -> {
                      api.as("may").post("/v1/refused").send().expect(201);
                    }))
        .isInstanceOf(StepFailed.class)
        .hasMessageContaining("May submits")
        .hasMessageMatching("(?s).*POST http://127.0.0.1:\\d+/v1/refused as may.*")
        .hasMessageContaining("expected 201, seen 422 {\"type\"");
  }

  @Test
  void aProblemIsKnownByItsType() {
    Answer answer = api.get("/v1/refused").send();

    answer.expectProblem(422, "rule-violated");
    assertThatThrownBy(() -> answer.expectProblem(422, "state-conflict"))
        .hasMessageContaining("expected a problem of type state-conflict");
    assertThatThrownBy(() -> answer.expect("/title", "x")).isInstanceOf(StepFailed.class);
    assertThatThrownBy(answer::etag).hasMessageContaining("a header ETag");
  }

  @Test
  void whatArrivesLaterIsWaitedForAndNotForEver() {
    int[] asked = {0};

    assertThat(Eventually.within(Duration.ofSeconds(5), "two", () -> ++asked[0], n -> n == 2))
        .isEqualTo(2);
    assertThatThrownBy(() -> Eventually.within(Duration.ZERO, "a three", () -> 1, n -> n == 3))
        .hasMessageContaining("for a three, last seen 1");
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenRequests.add(body(exchange));
    answer(
        exchange,
        200,
        "{\"access_token\":\"token-" + tokenRequests.size() + "\",\"expires_in\":300}");
  }

  private void echo(HttpExchange exchange) throws IOException {
    StringBuilder json = new StringBuilder("{\"method\":\"" + exchange.getRequestMethod() + "\"");
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> field(json, name.toLowerCase(Locale.ROOT), values.get(0)));
    field(json, "body", body(exchange));
    answer(exchange, 200, json + "}");
  }

  private static void field(StringBuilder json, String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    json.append(",\"").append(name).append("\":\"").append(escaped).append('"');
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
