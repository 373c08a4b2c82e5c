package org.evenhand.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The neighbour over real HTTP: an endpoint that tells a session's reasons in words to whoever
 * brings the token that the token endpoint beside it gave out. It knows no session that a test has
 * not told it of.
 */
public final class CalibrationServiceResource implements QuarkusTestResourceLifecycleManager {

  private static final String SESSIONS = "/internal/v1/calibration-sessions/";
  private static final Map<String, Map<String, String>> REASONS = new ConcurrentHashMap<>();

  private static final Map<String, List<String>> MEMBERS = new ConcurrentHashMap<>();

  private static final Map<String, Held> HELD = new ConcurrentHashMap<>();

  private HttpServer server;

  /** From now on the session's reasons can be asked for, by review. */
  public static void knows(String session, Map<String, String> reasons) {
    REASONS.put(session, Map.copyOf(reasons));
  }

  /** Who sat in the session, by our ids. */
  public static void seats(String session, List<String> members) {
    MEMBERS.put(session, List.copyOf(members));
  }

  /** Lets whoever asks for the session's reasons wait until it is closed. */
  public static Held holding(String session) {
    Held held = new Held(session);
    HELD.put(session, held);
    return held;
  }

  /** A question without an answer yet. */
  public static final class Held implements AutoCloseable {

    private final String session;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    private Held(String session) {
      this.session = session;
    }

    public void awaitAsked() throws InterruptedException {
      if (!asked.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody asked for the reasons of " + session);
      }
    }

    private void hold() throws IOException {
      asked.countDown();
      try {
        if (!answered.await(30, TimeUnit.SECONDS)) {
          throw new IOException("held for too long");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    @Override
    public void close() {
      HELD.remove(session);
      answered.countDown();
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", e -> answer(e, 200, "{\"access_token\":\"of-service\"}"));
    server.createContext(SESSIONS, CalibrationServiceResource::decisions);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "quarkus.rest-client.calibration-service.url", url,
        "quarkus.oidc-client.discovery-enabled", "false",
        "quarkus.oidc-client.auth-server-url", url,
        "quarkus.oidc-client.token-path", "/token",
        "quarkus.oidc-client.client-id", "evenhand-review",
        "quarkus.oidc-client.credentials.secret", "secret");
  }

  private static void decisions(HttpExchange exchange) throws IOException {
    if (!"Bearer of-service".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String session = path.replace(SESSIONS, "").replace("/decisions", "");
    Held held = HELD.get(session);
    if (held != null) {
      held.hold();
    }
    Map<String, String> reasons = REASONS.get(session);
    if (reasons == null) {
      answer(exchange, 404, "{}");
      return;
    }
    String decisions =
        reasons.entrySet().stream()
            .map(
                one ->
                    "{\"reviewId\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining(","));
    String members =
        MEMBERS.getOrDefault(session, List.of()).stream()
            .map("\"%s\""::formatted)
            .collect(Collectors.joining(","));
    answer(
        exchange,
        200,
        "{\"sessionId\":\"%s\",\"memberIds\":[%s],\"decisions\":[%s]}"
            .formatted(session, members, decisions));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
