package org.evenhand.gateway.routing;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The service's headers that a client gets to see. */
final class ResponseHeaders {

  /** Of this hop alone (RFC 9110, 7.6.1), or set by the gateway itself. */
  private static final Set<String> STAY =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-connection",
          "trailer",
          "upgrade",
          "server",
          "via",
          "x-powered-by",
          "x-request-id",
          "ratelimit",
          "ratelimit-policy");

  private ResponseHeaders() {}

  static void prepare(MultiMap headers, Upstream upstream) {
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (STAY.contains(lower) || lower.startsWith("access-control-")) {
        headers.remove(name);
      }
    }
    String location = headers.get("Location");
    if (location != null) {
      headers.set("Location", relative(location, upstream));
    }
    // Answers are about people, so no cache on the way may keep them
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }

  /** A service knows only its own address, which is none of the client's business. */
  private static String relative(String location, Upstream upstream) {
    URI uri = parse(location);
    if (uri == null || uri.getHost() == null) {
      return location;
    }
    boolean same =
        upstream.host().equalsIgnoreCase(uri.getHost())
            && (uri.getPort() < 0 || uri.getPort() == upstream.port());
    if (!same) {
      return location;
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return uri.getRawPath() + query;
  }

  private static @Nullable URI parse(String location) {
    try {
      return URI.create(location);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
