package org.evenhand.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service behind the gateway, over real HTTP. It answers with what it was asked. */
final class Service implements AutoCloseable {

  static final int LARGE = 4 * 1024 * 1024;

  static final String SECRET = "only for services";

  /** Opens a feed; review-service alone knows it, by its digest. */
  public static final String FEED_SECRET = "f".repeat(43);

  private static final String FEED_DIGEST =
      "7589a715fd5b0642c8f17686630e2d9a02f5568d212049a00c7364c165964429";

  private static final String OWN_TOKEN = "of-the-gateway";

  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final String name;
  private final HttpServer server;

  Service(String name, int port) {
    this.name = name;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::serve)
            .listen(port)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** The one that {@link ServicesResource} leaves out. */
  static Service calibration() {
    String url = ConfigProvider.getConfig().getValue("evenhand.calibration.url", String.class);
    return new Service("calibration", URI.create(url).getPort());
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void serve(HttpServerRequest request) {
    String path = request.path();
    if (path.startsWith("/v1/")) {
      api(request);
    } else if (path.equals("/q/openapi")) {
      json(request, Documents.openApi(name));
    } else if (path.equals("/q/health/ready")) {
      json(request, new JsonObject().put("status", "UP").put("checks", SECRET));
    } else if (path.equals("/events/asyncapi.json") && !name.equals("analytics")) {
      json(request, Documents.asyncApi(name));
    } else if (path.equals("/events/schemas/org.evenhand." + name + ".opened.v1.json")) {
      json(request, new JsonObject().put("title", name));
    } else if (path.equals("/events/consumers/Reader.java") && name.equals("review")) {
      request.response().putHeader("Content-Type", "text/x-java").end("class Reader {}");
    } else if (path.equals("/events/consumers/Large.java") && name.equals("review")) {
      request.response().end(Buffer.buffer(new byte[LARGE]));
    } else if (path.equals("/token")) {
      json(
          request,
          new JsonObject()
              .put("access_token", OWN_TOKEN)
              .put("token_type", "Bearer")
              .put("expires_in", 300));
    } else if (("Bearer " + OWN_TOKEN).equals(request.getHeader("Authorization"))) {
      feed(request);
    } else if (path.startsWith("/q/") || path.startsWith("/internal/")) {
      json(request, new JsonObject().put("leak", SECRET));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void feed(HttpServerRequest request) {
    if (request.path().equals("/internal/v1/calendars/" + person())) {
      json(request, new JsonObject().put("items", new JsonArray().add(date())));
    } else {
      request
          .body()
          .onSuccess(
              body -> {
                if (name.equals("review")
                    && FEED_DIGEST.equals(body.toJsonObject().getString("secretHash"))) {
                  json(request, new JsonObject().put("personId", person()));
                } else {
                  var ignored = request.response().setStatusCode(404).end();
                }
              });
    }
  }

  private static String person() {
    return new UUID(0, 7).toString();
  }

  private JsonObject date() {
    return new JsonObject()
        .put("id", UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString())
        .put("kind", name.toUpperCase(Locale.ROOT) + "_DATE")
        .put("first", "2026-12-04")
        .put("last", "2026-12-04")
        .put("count", 1)
        .put("state", "CONFIRMED")
        .put("sequence", 0)
        .put("changedAt", "2026-11-29T09:00:00Z");
  }

  private void api(HttpServerRequest request) {
    String how = String.valueOf(request.getParam("how"));
    String key = request.getParam("key");
    if (key != null && !how.equals("asked")) {
      asked.merge(key, 1, Integer::sum);
    }
    String only = request.getParam("only");
    if (request.path().equals("/v1/templates") && !how.equals("early")) {
      request
          .response()
          .putHeader(
              "Content-Language", Objects.toString(request.getHeader("Accept-Language"), "en"));
      json(request, new JsonObject().put("items", new JsonArray().add(template(request))));
      return;
    }
    if (request.path().equals("/v1/tasks")
        && (how.equals("null") || only != null && !only.equals(name))) {
      json(request, new JsonObject().put("items", new JsonArray().add(task(request))));
      return;
    }
    switch (how) {
      case "asked" -> json(request, new JsonObject().put("times", asked.getOrDefault(key, 0)));
      case "large" -> request.response().end(Buffer.buffer(new byte[LARGE]));
      case "stops" -> request.response().setChunked(true).write("{\"half\":");
      case "unreadable" -> json(request, "{\"items\":[");
      case "silent" -> request.handler(chunk -> {});
      case "closing" -> request.connection().close();
      case "cut" -> {
        request.response().setChunked(true).write("{\"half\":");
        vertx.setTimer(50, due -> request.connection().close());
      }
      case "204", "304" ->
          request.response().setStatusCode(Integer.parseInt(how)).putHeader("ETag", "\"1\"").end();
      case "early" -> request.response().setStatusCode(403).end("no");
      default -> request.body().onSuccess(body -> echo(request, how, body.length()));
    }
  }

  private JsonObject task(HttpServerRequest request) {
    return new JsonObject()
        .put("id", UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString())
        .put("dueOn", "2026-12-" + (10 + name.charAt(0) - 'a'))
        .put("kind", name)
        .put("token", request.getHeader("Authorization"))
        .put("asked", request.query());
  }

  /** That of review-service comes first. */
  private JsonObject template(HttpServerRequest request) {
    return new JsonObject()
        .put("kind", name.equals("review") ? "CHECKLIST_TEMPLATE" : "POLICY")
        .put("key", name)
        .put("language", request.getHeader("Accept-Language"))
        .put("asked", request.query());
  }

  private void echo(HttpServerRequest request, String how, int length) {
    JsonObject headers = new JsonObject();
    request
        .headers()
        .names()
        .forEach(h -> headers.put(h.toLowerCase(), new JsonArray(request.headers().getAll(h))));
    var response = request.response();
    response.putHeader("Server", "Secret/1.0").putHeader("Keep-Alive", "timeout=5");
    response.putHeader("Access-Control-Allow-Origin", "*").putHeader("X-Request-Id", "of-service");
    if (how.equals("created")) {
      response.setStatusCode(201).putHeader("ETag", "\"1\"");
      response.putHeader("Location", "http://localhost:" + port() + "/v1/reviews/7?a=b");
    }
    json(
        request,
        new JsonObject()
            .put("service", name)
            .put("method", request.method().name())
            .put("uri", request.uri())
            .put("length", length)
            .put("headers", headers));
  }

  private static void json(HttpServerRequest request, JsonObject body) {
    json(request, body.encode());
  }

  private static void json(HttpServerRequest request, String body) {
    request.response().putHeader("Content-Type", "application/json").end(body);
  }
}
