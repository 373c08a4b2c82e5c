package org.evenhand.gateway.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.evenhand.gateway.rate.Clients;
import org.evenhand.kit.web.requestid.RequestId;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Each request as operators see it: a line in the log, with its fields beside it, and a timer. The
 * operation's path stands for the path; no query, name, token or address is logged.
 */
@Singleton
class AccessLog {

  private static final Logger LOG = Logger.getLogger("org.evenhand.access");

  /** After the request id (1000), before every filter that refuses. */
  private static final int EARLY = 950;

  private static final int CUT_OFF = 499;
  private static final int FAULT = 500;

  /** How much somebody has written about their manager is for nobody to know. */
  private static final String UNSIZED = "/v1/upward-rounds/";

  /** Whether somebody asks in confidence is in no log and in no figure; a fault of ours is. */
  private static final String SILENT = "/v1/guidance-requests";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final PathTemplates templates;
  private final MeterRegistry meters;

  AccessLog(PathTemplates templates, MeterRegistry meters) {
    this.templates = templates;
    this.meters = meters;
  }

  void register(@Observes Filters filters) {
    filters.register(this::observe, EARLY);
  }

  private void observe(RoutingContext routing) {
    long began = System.nanoTime();
    routing.addEndHandler(ended -> tell(routing, Duration.ofNanos(System.nanoTime() - began)));
    routing.next();
  }

  private void tell(RoutingContext routing, Duration took) {
    HttpServerResponse response = routing.response();
    String sent = routing.request().method().name();
    String method = METHODS.contains(sent) ? sent : "OTHER";
    String path = routing.request().path();
    String route = templates.of(path == null ? "" : path);
    int status = response.ended() ? response.getStatusCode() : CUT_OFF;
    if (route.startsWith(SILENT) && status < FAULT) {
      return;
    }
    Timer.builder("http.server.requests")
        .tags("method", method, "uri", route, "status", Integer.toString(status))
        .tag("outcome", Outcome.forStatus(status).name())
        .serviceLevelObjectives(BUCKETS)
        .register(meters)
        .record(took);
    log(
        Map.of(
            "method",
            method,
            "route",
            route,
            "status",
            Integer.toString(status),
            "millis",
            Long.toString(took.toMillis()),
            "bytes",
            route.startsWith(UNSIZED) ? "-" : Long.toString(response.bytesWritten()),
            "application",
            Clients.application(routing).orElse("none"),
            RequestId.MDC_KEY,
            String.valueOf(response.headers().get(RequestId.HEADER))));
  }

  private static void log(Map<String, String> fields) {
    fields.forEach(MDC::put);
    LOG.infof(
        "%s %s %s in %s ms, %s bytes, by %s",
        fields.get("method"),
        fields.get("route"),
        fields.get("status"),
        fields.get("millis"),
        fields.get("bytes"),
        fields.get("application"));
    fields.keySet().forEach(MDC::remove);
  }
}
