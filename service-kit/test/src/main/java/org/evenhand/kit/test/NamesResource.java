package org.evenhand.kit.test;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The service that knows names, over real HTTP: it gives them to whoever brings the token that the
 * token endpoint beside it gave out. A test may take it away. Nothing is remembered between
 * answers, and nobody is spared after a failure.
 */
public final class NamesResource implements QuarkusTestResourceLifecycleManager {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Tests and resources are loaded apart, so that they share properties of the system alone. */
  private static final String AWAY = "names.away";

  private static final String SILENT = "names.silent";
  private static final String ASKED = "names.asked";
  private static final String WAITING = "names.waiting";

  private @Nullable HttpServer server;

  /** What a person is called here. */
  public static String nameOf(Object id) {
    return "Zoë " + id;
  }

  /** How many questions have come so far. */
  public static int questions() {
    return Integer.getInteger(ASKED, 0);
  }

  public static void whileAway(Runnable test) {
    during(AWAY, test);
  }

  /** No answer comes until the test has ended. */
  public static void whileSilent(Runnable test) {
    during(SILENT, test);
  }

  /** Until so many questions wait for their answer. */
  public static void awaitWaiting(int questions) {
    await().atMost(Duration.ofSeconds(30)).until(() -> Integer.getInteger(WAITING, 0) >= questions);
  }

  private static void during(String mood, Runnable test) {
    System.setProperty(mood, "true");
    try {
      test.run();
    } finally {
      System.clearProperty(mood);
    }
  }

  private static void count(String what, int change) {
    synchronized (System.class) {
      System.setProperty(what, Integer.toString(Integer.getInteger(what, 0) + change));
    }
  }

  @Override
  public Map<String, String> start() {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(Executors.newCachedThreadPool());
      started.createContext("/token", e -> answer(e, 200, "{\"access_token\":\"of-service\"}"));
      started.createContext("/internal/v1/names", NamesResource::names);
      started.start();
      server = started;
      var url = "http://127.0.0.1:" + started.getAddress().getPort();
      return Map.of(
          "quarkus.rest-client.names.url", url,
          "quarkus.rest-client.names.read-timeout", "30000",
          "quarkus.oidc-client.discovery-enabled", "false",
          "quarkus.oidc-client.auth-server-url", url,
          "quarkus.oidc-client.token-path", "/token",
          "quarkus.oidc-client.client-id", "evenhand-test",
          "quarkus.oidc-client.credentials.secret", "secret",
          "evenhand.names.patience", "30S",
          "evenhand.names.pause", "0S",
          "evenhand.names.keep", "0S");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void names(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    count(ASKED, 1);
    count(WAITING, 1);
    while (Boolean.getBoolean(SILENT)) {
      LockSupport.parkNanos(20_000_000);
    }
    count(WAITING, -1);
    if (Boolean.getBoolean(AWAY)) {
      answer(exchange, 503, "{}");
      return;
    }
    if (!"Bearer of-service".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
      return;
    }
    var names =
        ID.matcher(asked)
            .results()
            .map(MatchResult::group)
            .map(id -> "\"%s\":\"%s\"".formatted(id, nameOf(id)))
            .collect(Collectors.joining(","));
    answer(exchange, 200, "{\"names\":{" + names + "}}");
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
