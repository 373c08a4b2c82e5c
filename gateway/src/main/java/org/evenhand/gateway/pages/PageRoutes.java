package org.evenhand.gateway.pages;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.gateway.catalogue.Document;

/** {@code /}, for people and for programs, and {@code /guides/…}: open to everyone. */
@Singleton
class PageRoutes {

  private static final String JSON = "application/json";

  private final Document links;
  private final HtmlPage welcome;
  private final HtmlPage events;
  private final HtmlPage clients;

  PageRoutes(@ConfigProperty(name = "quarkus.application.version") String version) {
    links = new Document(JSON, Buffer.buffer(links(version).encode()));
    welcome = new HtmlPage("Evenhand", welcome(version));
    events =
        new HtmlPage(
            "Evenhand: reading events",
            guide(
                "events.html",
                "read_events.py",
                "CurrentRatings.java",
                "current-ratings.ts",
                "current_ratings.py"));
    clients =
        new HtmlPage(
            "Evenhand: clients", guide("clients.html", "context-note.ts", "ContextNote.java"));
  }

  void register(@Observes Router router) {
    TwoForms.show(() -> router.route("/"), this::answer);
    shown(router.route("/guides/events"), events::answer);
    shown(router.route("/guides/clients"), clients::answer);
  }

  private static void shown(Route route, Handler<RoutingContext> handler) {
    route.method(HttpMethod.GET).method(HttpMethod.HEAD).handler(handler);
  }

  private void answer(RoutingContext routing) {
    if (TwoForms.isPage(routing)) {
      welcome.answer(routing);
    } else {
      links.answer(routing);
    }
  }

  private static JsonObject links(String version) {
    JsonArray all = new JsonArray();
    Link.ALL.forEach(
        link ->
            all.add(
                new JsonObject()
                    .put("name", link.name())
                    .put("href", link.href())
                    .put("type", link.type())
                    .put("title", link.title())));
    return new JsonObject().put("title", "Evenhand").put("version", version).put("links", all);
  }

  private static String welcome(String version) {
    return PageFiles.read("welcome.html")
        .replace("{version}", PageFiles.escaped(version))
        .replace("{links}", Link.ALL.stream().map(Link::html).collect(Collectors.joining()));
  }

  /** The examples are files of their own, so that a test runs what the page shows. */
  private static String guide(String name, String... examples) {
    String page = PageFiles.read(name);
    for (String file : examples) {
      page = page.replace("{" + file + "}", PageFiles.escaped(PageFiles.read(file)));
    }
    return page;
  }
}
