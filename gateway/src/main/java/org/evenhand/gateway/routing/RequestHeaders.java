package org.evenhand.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenhand.kit.web.requestid.RequestId;

/**
 * The client's headers that a service gets to see. It is a list of what passes, not of what
 * doesn't. So a header that claims an identity ({@code X-Employee-Id}, {@code X-Forwarded-User}),
 * another address ({@code Forwarded}) or another method reaches no service, whatever its name.
 * Trace headers are set by the tracer, so the client's own are left out as well.
 */
final class RequestHeaders {

  private static final Set<String> PASS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "authorization",
          "cache-control",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-unmodified-since",
          "prefer",
          "range",
          "user-agent");

  private RequestHeaders() {}

  static void prepare(MultiMap headers, String requestId) {
    for (String name : List.copyOf(headers.names())) {
      if (!PASS.contains(name.toLowerCase(Locale.ROOT))) {
        headers.remove(name);
      }
    }
    // RFC 9110, 7.6.1: headers that Connection names belong to this hop alone; none of them is on
    // the list
    headers.remove(HttpHeaders.CONNECTION);
    headers.set(RequestId.HEADER, requestId);
  }
}
