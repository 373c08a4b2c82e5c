package org.evenhand.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.evenhand.gateway.GatewayConfig;

/** One proxy for each service, all over one pool of connections. */
@Singleton
class Proxies {

  /** Below that of the services (2 minutes), so that we never write to one they are closing. */
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Bounds bounds;
  private final Map<String, HttpProxy> proxies = new HashMap<>();

  Proxies(Vertx vertx, GatewayConfig config, RoutingTable table, Bounds bounds) {
    this.vertx = vertx;
    this.config = config;
    this.bounds = bounds;
    HttpClient client = vertx.createHttpClient(options(config));
    for (Upstream upstream : table.upstreams()) {
      proxies.put(upstream.name(), proxy(upstream, client));
    }
  }

  void carry(HttpServerRequest request, Upstream upstream) {
    HttpProxy proxy = proxies.get(upstream.name());
    if (proxy == null) {
      throw new IllegalStateException("no proxy to " + upstream.name());
    }
    proxy.handle(request);
  }

  private HttpProxy proxy(Upstream upstream, HttpClient client) {
    RequestOptions to = new RequestOptions().setServer(upstream.socket()).setSsl(upstream.tls());
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(
            context ->
                client
                    .request(new RequestOptions(to))
                    .map(request -> exchange(context).connected(request)))
        .addInterceptor(
            new ProxyInterceptor() {
              @Override
              public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                HttpServerRequest incoming = context.request().proxiedRequest();
                Exchange exchange = new Exchange(vertx, config, upstream, incoming);
                context.set(Exchange.KEY, exchange);
                return exchange.send(context, bounds.of(incoming));
              }
            });
  }

  private static Exchange exchange(ProxyContext context) {
    return context.get(Exchange.KEY, Exchange.class);
  }

  private static HttpClientOptions options(GatewayConfig config) {
    return new HttpClientOptions()
        .setMaxPoolSize(config.connections())
        .setMaxWaitQueueSize(config.connections() * 8)
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
        .setConnectTimeout((int) config.connectTime().toMillis())
        // a service that stops in the middle of an answer: the connection is cut off
        .setReadIdleTimeout((int) config.responseTime().toMillis() * 2)
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }
}
