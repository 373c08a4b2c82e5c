package org.evenhand.kit.web.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Reads the body within its limit. Quarkus' own limit looks at Content-Length, which a chunked body
 * does not have, and moves a body over some kilobytes to a worker thread, where Hibernate Reactive
 * refuses to work. So the body is read here, counted, on the event loop.
 *
 * <p>A method that takes an {@code InputStream} (a bulk import) is {@code @Blocking} and reads for
 * itself, with a bound of its own; nothing is kept in memory.
 *
 * <p>Runs after the role was checked, so that a caller without the role learns nothing of limits.
 */
@Singleton
public class BodyLimit {

  /** Filters of the event loop come before all others, whose order is 5000 by default. */
  static final int ORDER = 4000;

  private static final long UNKNOWN = -1;

  // Asked at the first request: filters are made before the configuration of the run is there.
  private final Supplier<Long> whole;
  private final Supplier<Long> streamed;

  /**
   * @param whole {@code evenhand.body-limit}, the limit of a body that is read as a whole
   * @param streamed {@code evenhand.stream-limit}, the limit of a body that is taken as an {@code
   *     InputStream}
   */
  BodyLimit(
      @ConfigProperty(name = "evenhand.body-limit", defaultValue = "1M") Provider<MemorySize> whole,
      @ConfigProperty(name = "evenhand.stream-limit", defaultValue = "512M")
          Provider<MemorySize> streamed) {
    this.whole = once(whole);
    this.streamed = once(streamed);
  }

  /** A provider looks a value up in every source of configuration, each time. */
  private static Supplier<Long> once(Provider<MemorySize> configured) {
    AtomicLong known = new AtomicLong(UNKNOWN);
    return () ->
        known.updateAndGet(bytes -> bytes == UNKNOWN ? configured.get().asLongValue() : bytes);
  }

  @ServerRequestFilter(nonBlocking = true, priority = ORDER)
  public void take(
      ResteasyReactiveContainerRequestContext context,
      ResourceInfo resource,
      RoutingContext routing) {
    HttpServerRequest request = routing.request();
    boolean stream = takesStream(resource.getResourceMethod());
    long bound = (stream ? streamed : whole).get();
    Encoding encoding = encoding(routing);
    long packed = encoding.packed(bound);
    if (announced(request) > packed) {
      Drain.unread(routing);
      throw tooLarge(bound);
    }
    if (request.isEnded()) {
      return;
    }
    if (stream) {
      InputStream sent = new BoundedInputStream(context.getEntityStream(), packed);
      context.setEntityStream(new BoundedInputStream(encoding.unpacked(sent), bound));
    } else {
      new WholeBody(context, routing, encoding, bound).read();
    }
  }

  private static Encoding encoding(RoutingContext routing) {
    try {
      return Encoding.of(routing.request().getHeader("Content-Encoding"));
    } catch (Problem unknown) {
      Drain.unread(routing);
      throw unknown;
    }
  }

  static Problem tooLarge(long bound) {
    return Problem.of(CommonProblem.BODY_TOO_LARGE, "The body is larger than " + bound + " bytes.");
  }

  private static boolean takesStream(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(InputStream.class);
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
