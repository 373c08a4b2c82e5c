package org.evenhand.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.evenhand.gateway.catalogue.ApiDocument;
import org.evenhand.gateway.catalogue.Document;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.answer.Unexpected;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * {@code /problems/cycle-not-open}, where the type of a problem leads (RFC 9457, 3.1.1): what
 * happened, and what to do about it. {@code /problems} lists them all.
 */
@Singleton
class ProblemPages {

  private static final String JSON = "application/json";

  private final ApiDocument api;
  private final Unexpected unexpected;

  ProblemPages(ApiDocument api, Unexpected unexpected) {
    this.api = api;
    this.unexpected = unexpected;
  }

  void register(@Observes Router router) {
    TwoForms.show(() -> router.route("/problems"), with(ProblemPages::list));
    TwoForms.show(
        () -> router.routeWithRegex("/problems/[a-z][a-z-]{0,80}"), with(ProblemPages::one));
  }

  private Handler<RoutingContext> with(BiConsumer<RoutingContext, List<JsonNode>> show) {
    return routing ->
        api.problems()
            .onSuccess(types -> show.accept(routing, types))
            .onFailure(failure -> ProblemWriter.write(routing, unexpected.problem(failure)));
  }

  private static void list(RoutingContext routing, List<JsonNode> types) {
    if (TwoForms.isPage(routing)) {
      new HtmlPage(
              "Evenhand: problems",
              PageFiles.read("problems.html")
                  .replace(
                      "{problems}",
                      types.stream().map(ProblemPages::line).collect(Collectors.joining())))
          .answer(routing);
    } else {
      json(
          routing,
          types.stream().map(JsonNode::toString).collect(Collectors.joining(",", "[", "]")));
    }
  }

  private static void one(RoutingContext routing, List<JsonNode> types) {
    String name = routing.normalizedPath().substring("/problems/".length());
    types.stream()
        .filter(type -> slug(type).equals(name))
        .findFirst()
        .ifPresentOrElse(
            type -> show(routing, type),
            () ->
                ProblemWriter.write(
                    routing,
                    Problem.of(
                        CommonProblem.NOT_FOUND,
                        "No problem is called so; GET /problems lists those of the services that"
                            + " answer now.")));
  }

  private static void show(RoutingContext routing, JsonNode type) {
    if (TwoForms.isPage(routing)) {
      new HtmlPage(
              "Evenhand: " + type.path("title").asText(),
              PageFiles.read("problem.html")
                  .replace("{code}", text(type, "code"))
                  .replace("{status}", text(type, "status"))
                  .replace("{title}", text(type, "title"))
                  .replace("{remedy}", text(type, "remedy")))
          .answer(routing);
    } else {
      json(routing, type.toString());
    }
  }

  private static void json(RoutingContext routing, String text) {
    new Document(JSON, Buffer.buffer(text)).answer(routing);
  }

  private static String line(JsonNode type) {
    return "<li>%s <a href=\"/problems/%s\"><code>%s</code></a>: %s</li>\n"
        .formatted(text(type, "status"), slug(type), text(type, "code"), text(type, "title"));
  }

  private static String slug(JsonNode type) {
    return type.path("code").asText().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands in backquotes is code. */
  private static String text(JsonNode type, String field) {
    return PageFiles.escaped(type.path(field).asText()).replaceAll("`([^`]*)`", "<code>$1</code>");
  }
}
