package org.evenhand.gateway.watch;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.evenhand.gateway.catalogue.ApiDocument;
import org.evenhand.gateway.routing.Route;
import org.evenhand.gateway.routing.RoutingTable;

/**
 * The operation's path in place of the path: {@code /v1/reviews/{id}}. A path holds ids, of people
 * too, and each would be a time series of its own. The templates are those of the API's document.
 * Until it is known, and for paths that it doesn't have, the entry of the routing table is used.
 */
@Singleton
class PathTemplates {

  private static final String UNKNOWN = "UNKNOWN";
  private static final String REST = "/…";
  private static final long FIRST_LOOK_MILLIS = 2_000;
  private static final long NEXT_LOOK_MILLIS = 30_000;

  /** What the gateway answers itself. */
  private static final Templates OWN =
      new Templates(
          List.of(
              "/",
              "/guides/events",
              "/guides/clients",
              "/openapi.json",
              "/openapi.yaml",
              "/health",
              "/v1/events",
              "/events/asyncapi.json",
              "/events/schemas/{type}.json",
              "/events/examples/{type}.json",
              "/events/consumers/{name}.java"));

  /** What comes behind it is a secret. */
  private static final String CALENDARS = "/calendar";

  private static final List<String> FOLDERS = List.of("/docs", "/q", CALENDARS);

  private record Known(Set<String> paths, Templates templates) {}

  private final RoutingTable table;
  private final ApiDocument document;
  private volatile Known known = new Known(Set.of(), new Templates(Set.of()));

  PathTemplates(RoutingTable table, ApiDocument document) {
    this.table = table;
    this.document = document;
  }

  /**
   * Asks for the document until it is there; a later one is taken when a client has asked for it.
   */
  void learn(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(FIRST_LOOK_MILLIS, NEXT_LOOK_MILLIS, due -> document.learn());
  }

  String of(String path) {
    if (table.isMerged(path)) {
      return path;
    }
    return table
        .route(path)
        .map(Route::prefix)
        .map(prefix -> templates().of(path).orElse(prefix + REST))
        .orElseGet(() -> ofOwn(path));
  }

  private static String ofOwn(String path) {
    for (String folder : FOLDERS) {
      if (path.equals(folder) || path.startsWith(folder + "/")) {
        return folder + REST;
      }
    }
    return OWN.of(path).orElse(UNKNOWN);
  }

  private Templates templates() {
    Set<String> told = document.paths();
    if (told != known.paths()) {
      known = new Known(told, new Templates(told));
    }
    return known.templates();
  }
}
