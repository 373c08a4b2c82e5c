package org.evenhand.kit.web.requestid;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Gives every request its id before anything else can refuse it. */
@Singleton
class RequestIdFilter {

  /** Before CORS (300) and authentication (200): their refusals carry the id too. */
  private static final int FIRST = 1000;

  void register(@Observes Filters filters) {
    filters.register(RequestIdFilter::identify, FIRST);
  }

  private static void identify(RoutingContext request) {
    String id = RequestId.from(request.request().getHeader(RequestId.HEADER));
    MDC.put(RequestId.MDC_KEY, id);
    request.response().putHeader(RequestId.HEADER, id);
    request.next();
  }
}
