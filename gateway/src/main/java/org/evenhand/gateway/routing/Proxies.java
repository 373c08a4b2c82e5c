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
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.Refusals;

/** A proxy for each service, with separate connections for imports and for all else. */
@Singleton
class Proxies {

  /**
   * Shorter than that of the services, so that we never write to a connection that they are
   * closing.
   */
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Bounds bounds;
  private final Refusals refusals;
  private final HttpClient usual;
  private final HttpClient imports;
  private final Map<String, HttpProxy> proxies = new HashMap<>();

  Proxies(Vertx vertx, GatewayConfig config, RoutingTable table, Bounds bounds, Refusals refusals) {
    this.vertx = vertx;
    this.config = config;
    this.bounds = bounds;
    this.refusals = refusals;
    usual = vertx.createHttpClient(options(config, config.connections()));
    imports = vertx.createHttpClient(options(config, config.shares().imports()));
    for (Upstream upstream : table.upstreams()) {
      proxies.put(upstream.name(), proxy(upstream));
    }
  }

  void carry(HttpServerRequest request, Upstream upstream) {
    HttpProxy proxy = proxies.get(upstream.name());
    if (proxy == null) {
      throw new IllegalStateException("no proxy to " + upstream.name());
    }
    proxy.handle(request);
  }

  private HttpProxy proxy(Upstream upstream) {
    RequestOptions to = new RequestOptions().setServer(upstream.socket()).setSsl(upstream.tls());
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), usual)
        .origin(context -> exchange(context).connect(new RequestOptions(to)))
        .addInterceptor(
            new ProxyInterceptor() {
              @Override
              public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                HttpServerRequest incoming = context.request().proxiedRequest();
                boolean isImport = bounds.isImport(incoming);
                Exchange exchange =
                    new Exchange(
                        vertx, config, refusals, upstream, incoming, isImport ? imports : usual);
                context.set(Exchange.KEY, exchange);
                long bound = bounds.of(incoming);
                return isImport ? exchange.stream(context, bound) : exchange.send(context, bound);
              }
            });
  }

  private static Exchange exchange(ProxyContext context) {
    return context.get(Exchange.KEY, Exchange.class);
  }

  private static HttpClientOptions options(GatewayConfig config, int connections) {
    return new HttpClientOptions()
        .setMaxPoolSize(connections)
        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
        .setConnectTimeout((int) config.connectTime().toMillis());
  }
}
