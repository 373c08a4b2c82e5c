package org.evenhand.gateway.pages;

import java.util.List;

/** Something that the gateway shows to everyone, by a name that a program can rely on. */
record Link(String name, String href, String type, String title) {

  static final List<Link> ALL =
      List.of(
          new Link("api", "/openapi.json", "application/json", "The API as one OpenAPI document"),
          new Link("api-yaml", "/openapi.yaml", "application/yaml", "The same document in YAML"),
          new Link("swagger-ui", "/docs/", "text/html", "Swagger UI, to read the API and try it"),
          new Link(
              "events",
              "/events/asyncapi.json",
              "application/json",
              "The catalogue of events as one AsyncAPI document"),
          new Link(
              "events-guide", "/guides/events", "text/html", "Guide: reading events from Kafka"),
          new Link(
              "clients-guide", "/guides/clients", "text/html", "Guide: clients from the document"),
          new Link("problems", "/problems", "text/html", "What can go wrong, and what to do then"),
          new Link("health", "/health", "application/json", "Which services are up"));

  String html() {
    return "<li><a href=\"%s\">%s</a></li>\n".formatted(href, title);
  }
}
