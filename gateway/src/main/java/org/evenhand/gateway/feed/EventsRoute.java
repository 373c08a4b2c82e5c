package org.evenhand.gateway.feed;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.gateway.catalogue.Paced;
import org.evenhand.gateway.rate.Clients;
import org.evenhand.gateway.share.Admission;
import org.evenhand.gateway.share.Lease;
import org.evenhand.kit.web.answer.ProblemWriter;
import org.evenhand.kit.web.answer.Unexpected;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Drain;
import org.evenhand.kit.web.security.Roles;

/** {@code /v1/events}: as pages of JSON or as a stream, by what a request prefers. */
@Singleton
class EventsRoute {

  /** Behind all filters, and before the route of what services answer. */
  private static final int BEFORE_SERVICES = -1;

  private static final String PATH = "/v1/events";
  private static final String PAGE = "application/json";
  private static final String STREAM = "text/event-stream";
  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final PublicTopics topics;
  private final Reading reading;
  private final Streams streams;
  private final Admission admission;
  private final Unexpected unexpected;

  EventsRoute(
      PublicTopics topics,
      Reading reading,
      Streams streams,
      Admission admission,
      Unexpected unexpected) {
    this.topics = topics;
    this.reading = reading;
    this.streams = streams;
    this.admission = admission;
    this.unexpected = unexpected;
  }

  void register(@Observes Router router) {
    router
        .route(PATH)
        .order(BEFORE_SERVICES)
        .produces(PAGE)
        .produces(STREAM)
        .handler(routing -> serve(routing, STREAM.equals(routing.getAcceptableContentType())));
    router.route(PATH).order(BEFORE_SERVICES).handler(EventsRoute::inNoForm);
  }

  private void serve(RoutingContext routing, boolean stream) {
    routing.response().headers().add("Vary", "Accept").set("Cache-Control", "no-store");
    try {
      String caller = caller(routing);
      EventsQuery query =
          stream
              ? EventsQuery.ofStream(caller, routing, topics)
              : EventsQuery.ofPage(caller, routing, topics);
      if (!routing.response().closed()) {
        Lease lease = stream ? admission.stream(caller) : admission.page(caller);
        routing.addEndHandler(ended -> lease.end());
        Drain.rest(routing.request());
        answer(routing, query, stream);
      }
    } catch (Problem refusal) {
      refuse(routing, refusal);
    }
  }

  /** Who may read: a system, as a consumer of the topics is one. */
  private static String caller(RoutingContext routing) {
    String caller =
        Clients.caller(routing)
            .orElseThrow(
                () -> Problem.of(CommonProblem.UNAUTHENTICATED, "Send a valid access token."));
    if (!Clients.isSystem(routing, Roles.INSIGHT)) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Events are read by systems that have the role insight.");
    }
    if (!METHODS.contains(routing.request().method())) {
      routing
          .response()
          .putHeader(
              "Allow",
              METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
      throw Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "Events are only read.");
    }
    return caller;
  }

  private void answer(RoutingContext routing, EventsQuery query, boolean stream) {
    routing.response().putHeader("Content-Type", stream ? STREAM : PAGE);
    if (routing.request().method().equals(HttpMethod.HEAD)) {
      var ignored = routing.response().end();
    } else if (stream) {
      streams.open(routing, query);
    } else {
      page(routing, query);
    }
  }

  private void page(RoutingContext routing, EventsQuery query) {
    var ignored =
        reading
            .page(query, query.after())
            .<Void>map(
                page -> {
                  write(routing.response(), page);
                  streams.count(page.events().size(), "page");
                  return null;
                })
            .onFailure(failure -> ProblemWriter.write(routing, unexpected.problem(failure)));
  }

  private static void write(HttpServerResponse response, Page page) {
    Buffer body =
        Buffer.buffer()
            .appendString(
                page.events().stream()
                    .map(CloudEvent::json)
                    .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":\"")))
            .appendString(page.to().cursor().encode())
            .appendString("\",\"more\":" + page.more() + ",\"anew\":")
            .appendString(Json.encode(page.anew()) + "}");
    response.putHeader("Content-Length", Integer.toString(body.length()));
    Paced.end(response, body);
  }

  private static void inNoForm(RoutingContext routing) {
    refuse(routing, Problem.of(CommonProblem.NOT_ACCEPTABLE, "Accept " + PAGE + " or " + STREAM));
  }

  private static void refuse(RoutingContext routing, Problem problem) {
    if (problem.type() == CommonProblem.TOO_MANY_REQUESTS) {
      routing.response().putHeader("Retry-After", "1");
    }
    Drain.unread(routing);
    ProblemWriter.write(routing, problem);
  }
}
