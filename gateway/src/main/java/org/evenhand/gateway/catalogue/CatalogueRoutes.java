package org.evenhand.gateway.catalogue;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.answer.Unexpected;

/** {@code /openapi.json}, {@code /openapi.yaml} and {@code /events/…}: open to everyone. */
@Singleton
class CatalogueRoutes {

  private final ApiDocument openApi;
  private final EventCatalogue events;
  private final EventFiles files;
  private final Unexpected unexpected;

  CatalogueRoutes(
      ApiDocument openApi, EventCatalogue events, EventFiles files, Unexpected unexpected) {
    this.openApi = openApi;
    this.events = events;
    this.files = files;
    this.unexpected = unexpected;
  }

  void register(@Observes Router router) {
    answer(router.route("/openapi.json"), at -> openApi.json());
    answer(router.route("/openapi.yaml"), at -> openApi.yaml());
    answer(router.route("/events/asyncapi.json"), at -> events.get());
    answer(
        router.routeWithRegex("/events/(?:schemas|examples)/[a-z0-9][a-z0-9.-]{0,120}\\.json"),
        at -> files.get(at.normalizedPath()));
    answer(
        router.routeWithRegex("/events/consumers/[A-Z][A-Za-z]{0,60}\\.java"),
        at -> files.get(at.normalizedPath()));
  }

  private void answer(Route route, Function<RoutingContext, Future<Document>> asked) {
    route
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(
            routing ->
                asked
                    .apply(routing)
                    .onSuccess(document -> document.answer(routing))
                    .onFailure(
                        failure -> ProblemWriter.write(routing, unexpected.problem(failure))));
  }
}
