package org.evenhand.gateway.health;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.gateway.catalogue.Memo;
import org.evenhand.gateway.routing.RoutingTable;
import org.evenhand.gateway.routing.UpstreamClient;

/**
 * {@code /health}: each service up or down, and nothing more, because it is open to everyone. The
 * services are asked at most once a second, so that nobody can burden them with it.
 */
@Singleton
class HealthRoute {

  private final Memo<List<UpstreamClient.Answer>> answers;

  HealthRoute(RoutingTable table, UpstreamClient client, GatewayConfig config) {
    answers =
        new Memo<>(
            config.healthAge(),
            () -> {
              List<Future<UpstreamClient.Answer>> all =
                  table.upstreams().stream()
                      .map(upstream -> client.get(upstream, "/q/health/ready"))
                      .toList();
              return Future.all(all).map(done -> done.list());
            });
  }

  void register(@Observes Router router) {
    router.route(HttpMethod.GET, "/health").handler(this::answer);
  }

  private void answer(RoutingContext routing) {
    answers.get().onSuccess(all -> write(routing, all)).onFailure(routing::fail);
  }

  private static void write(RoutingContext routing, List<UpstreamClient.Answer> answers) {
    boolean up = answers.stream().allMatch(UpstreamClient.Answer::found);
    JsonObject services = new JsonObject();
    answers.forEach(answer -> services.put(answer.upstream().name(), word(answer.found())));
    JsonObject body = new JsonObject().put("status", word(up)).put("services", services);
    routing.response().putHeader("Content-Type", "application/json");
    routing.response().putHeader("Cache-Control", "no-store");
    var ignored = routing.response().setStatusCode(up ? 200 : 503).end(body.encode());
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
