package org.evenhand.gateway.catalogue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.gateway.GatewayConfig;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.answer.Unexpected;

/** {@code /openapi.json} and {@code /events/…}: open to everyone. */
@Singleton
class CatalogueRoutes {

  private final EventFiles files;
  private final Unexpected unexpected;
  private final ApiDocument openApi;
  private final Memo<Buffer> asyncApi;

  CatalogueRoutes(
      ApiDocument openApi,
      Parts parts,
      EventFiles files,
      Unexpected unexpected,
      GatewayConfig config,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.files = files;
    this.unexpected = unexpected;
    this.openApi = openApi;
    this.asyncApi =
        new Memo<>(
            config.catalogueAge(),
            () ->
                parts
                    .fetch("/events/asyncapi.json")
                    .map(new AsyncApi(version)::of)
                    .map(ApiDocument::json));
  }

  void register(@Observes Router router) {
    router.route(HttpMethod.GET, "/openapi.json").handler(at -> answer(at, openApi.get()));
    router.route(HttpMethod.GET, "/events/asyncapi.json").handler(at -> answer(at, asyncApi.get()));
    router
        .routeWithRegex(
            HttpMethod.GET, "/events/(?:schemas|examples)/[a-z0-9][a-z0-9.-]{0,120}\\.json")
        .handler(at -> answer(at, files.get(at.normalizedPath())));
    router
        .routeWithRegex(HttpMethod.GET, "/events/consumers/[A-Z][A-Za-z]{0,60}\\.java")
        .handler(at -> answer(at, files.get(at.normalizedPath()), "text/plain; charset=UTF-8"));
  }

  private void answer(RoutingContext routing, Future<Buffer> document) {
    answer(routing, document, "application/json");
  }

  private void answer(RoutingContext routing, Future<Buffer> document, String mediaType) {
    document
        .onSuccess(
            body -> {
              routing.response().putHeader("Content-Type", mediaType);
              routing.response().putHeader("Cache-Control", "max-age=60");
              Paced.end(routing.response(), body);
            })
        .onFailure(failure -> ProblemWriter.write(routing, unexpected.problem(failure)));
  }
}
