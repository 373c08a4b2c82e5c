package org.evenhand.calibration;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The neighbour over real HTTP: an endpoint that gives redacted samples to whoever brings the token
 * that the token endpoint beside it gave out. A test may take it away.
 */
public class ReviewServiceResource implements QuarkusTestResourceLifecycleManager {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Pattern TEXT = Pattern.compile("\"text\":\"([^\"]*)\"");

  private static final String WAITING = "review-service.waiting";

  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(Executors.newCachedThreadPool());
      started.createContext("/token", e -> answer(e, 200, "{\"access_token\":\"of-service\"}"));
      started.createContext("/internal/v1/samples", ReviewServiceResource::samples);
      started.createContext("/internal/v1/redactions", ReviewServiceResource::redaction);
      started.start();
      server = started;
      var url = "http://127.0.0.1:" + started.getAddress().getPort();
      return Map.of(
          "quarkus.rest-client.review-service.url", url,
          "quarkus.oidc-client.discovery-enabled", "false",
          "quarkus.oidc-client.auth-server-url", url,
          "quarkus.oidc-client.token-path", "/token",
          "quarkus.oidc-client.client-id", "evenhand-calibration",
          "quarkus.oidc-client.credentials.secret", "secret");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until so many requests wait for an answer that doesn't come. */
  public static void awaitWaiting(int requests) {
    await().atMost(Duration.ofSeconds(30)).until(() -> Integer.getInteger(WAITING, 0) >= requests);
  }

  /** Tests and resources are loaded apart, so that they share properties of the system alone. */
  private static void count(int change) {
    synchronized (System.class) {
      System.setProperty(WAITING, Integer.toString(Integer.getInteger(WAITING, 0) + change));
    }
  }

  /**
   * Away while the system property {@code review-service.away} is set; while {@code
   * review-service.silent} is, no answer comes.
   */
  private static void samples(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    count(1);
    while (Boolean.getBoolean("review-service.silent")) {
      LockSupport.parkNanos(20_000_000);
    }
    count(-1);
    if (Boolean.getBoolean("review-service.away")) {
      answer(exchange, 503, "{}");
      return;
    }
    if (!"Bearer of-service".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
      return;
    }
    var reviews = asked.substring(asked.indexOf("reviewIds"));
    var samples =
        UUID.matcher(reviews)
            .results()
            .map(MatchResult::group)
            .map(
                id ->
                    """
                    {"reviewId":"%s","originalOrdinal":3,"scaleSize":5,"redactedText":[
                      {"criterion":"craft","observations":[
                        {"situation":"s","behaviour":"b","impact":"i"}]}]}
                    """
                        .formatted(id))
            .collect(Collectors.joining(","));
    answer(exchange, 200, "{\"samples\":[" + samples + "],\"refused\":[]}");
  }

  /** Knows one name. */
  private static void redaction(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean away = Boolean.getBoolean("review-service.away");
    Matcher text = TEXT.matcher(asked);
    String found = text.find() ? text.group(1).replace("Holt", "[Colleague A]") : "";
    answer(exchange, away ? 503 : 200, "{\"text\":\"" + found + "\"}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    var stopping = server;
    if (stopping != null) {
      stopping.stop(0);
    }
  }
}
