package org.evenhand.gateway.rate;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The sender of a request, as far as the gateway has to know them. */
public final class Clients {

  private Clients() {}

  public static boolean hasToken(RoutingContext routing) {
    return token(routing).isPresent();
  }

  static Optional<JsonWebToken> token(RoutingContext routing) {
    return routing.user() instanceof QuarkusHttpUser user
            && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
        ? Optional.of(token)
        : Optional.empty();
  }

  /** A person or a system; many people share one UI, so the client id alone would not do. */
  public static Optional<String> caller(RoutingContext routing) {
    return token(routing).map(token -> token.getClaim("azp") + " " + token.getSubject());
  }

  /** The UI or system, which is no person. */
  public static Optional<String> application(RoutingContext routing) {
    return token(routing).map(token -> String.valueOf(token.<Object>getClaim("azp")));
  }

  /** Of whoever sends a request, with or without a token. */
  public static String address(RoutingContext routing) {
    var remote = routing.request().remoteAddress();
    return remote == null ? "unknown" : String.valueOf(remote.hostAddress());
  }
}
