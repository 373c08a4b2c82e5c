package org.evenhand.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import org.evenhand.gateway.GatewayConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The gateway's own questions to the services: documents, health, what it merges, feeds. */
@Singleton
public class UpstreamClient {

  private static final Logger LOG = Logger.getLogger(UpstreamClient.class);
  private static final int AWAY = 0;
  private static final long WAIT_MILLIS = 5_000;

  /**
   * @param status 0 when the service did not answer
   * @param language in which it is said, where the service says so
   */
  public record Answer(Upstream upstream, int status, Buffer body, @Nullable String language) {

    public Answer(Upstream upstream, int status, Buffer body) {
      this(upstream, status, body, null);
    }

    public boolean away() {
      return status == AWAY || status >= 500;
    }

    public boolean found() {
      return status == 200;
    }

    /** A service that is to say something in JSON, and says something else, is as good as away. */
    public Answer inJson() {
      if (!found() || isJson()) {
        return this;
      }
      LOG.warnf("%s answers with what is no JSON", upstream.name());
      return new Answer(upstream, AWAY, Buffer.buffer());
    }

    private boolean isJson() {
      try {
        return Json.decodeValue(body) != null;
      } catch (DecodeException e) {
        return false;
      }
    }
  }

  private final HttpClient client;

  UpstreamClient(Vertx vertx, GatewayConfig config) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setConnectTimeout((int) WAIT_MILLIS / 2));
  }

  /** Never fails: a service that is away is an answer too. */
  public Future<Answer> get(Upstream upstream, String path) {
    return get(upstream, path, MultiMap.caseInsensitiveMultiMap());
  }

  /**
   * As {@link #get(Upstream, String)}, on behalf of somebody.
   *
   * @param headers their token, and what tells that the questions belong together
   */
  public Future<Answer> get(Upstream upstream, String path, MultiMap headers) {
    return ask(upstream, HttpMethod.GET, path, headers, Buffer.buffer());
  }

  /** As {@link #get(Upstream, String, MultiMap)}, with a body of JSON. */
  public Future<Answer> post(Upstream upstream, String path, MultiMap headers, Buffer body) {
    MultiMap typed = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    return ask(
        upstream, HttpMethod.POST, path, typed.set("Content-Type", "application/json"), body);
  }

  private Future<Answer> ask(
      Upstream upstream, HttpMethod method, String path, MultiMap headers, Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setServer(upstream.socket())
            .setSsl(upstream.tls())
            .setURI(path)
            .setTimeout(WAIT_MILLIS)
            .setHeaders(headers)
            .putHeader("Accept", "application/json");
    return client
        .request(options)
        .compose(request -> body.length() == 0 ? request.send() : request.send(body))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        answered ->
                            new Answer(
                                upstream,
                                response.statusCode(),
                                answered,
                                response.getHeader(HttpHeaders.CONTENT_LANGUAGE))))
        .otherwise(
            failure -> {
              LOG.debugf("%s does not answer at %s: %s", upstream.name(), path, failure);
              return new Answer(upstream, AWAY, Buffer.buffer());
            });
  }
}
