package org.evenhand.kit.web.request;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Problem;
import org.evenhand.kit.web.StreamedBody;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Takes in the body within its bound. Quarkus' own limit looks at Content-Length, which a chunked
 * body does not have, and moves a body over some kilobytes to a worker thread, where Hibernate
 * Reactive refuses to work. So the body is read here, counted, on the event loop.
 *
 * <p>Runs after the role was checked: who may not enter learns nothing of bounds.
 */
@Singleton
public class BodyLimit {

  private final long whole;
  private final long streamed;

  BodyLimit(BodyLimits limits) {
    whole = limits.bodyLimit().asLongValue();
    streamed = limits.streamLimit().asLongValue();
  }

  @ServerRequestFilter(nonBlocking = true)
  public void take(
      ResteasyReactiveContainerRequestContext context,
      ResourceInfo resource,
      RoutingContext routing) {
    HttpServerRequest request = routing.request();
    boolean stream = resource.getResourceMethod().isAnnotationPresent(StreamedBody.class);
    long bound = stream ? streamed : whole;
    if (announced(request) > bound) {
      Drain.rest(request);
      throw tooLarge(bound);
    }
    if (request.isEnded()) {
      return;
    }
    if (stream) {
      context.setEntityStream(new BoundedInputStream(context.getEntityStream(), bound));
    } else {
      new WholeBody(context, routing, bound).read();
    }
  }

  static Problem tooLarge(long bound) {
    return Problem.of(CommonProblem.BODY_TOO_LARGE, "The body is larger than " + bound + " bytes.");
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length.trim());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
