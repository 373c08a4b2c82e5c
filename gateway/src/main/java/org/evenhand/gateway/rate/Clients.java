package org.evenhand.gateway.rate;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
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

  /**
   * Whether a system asks for itself and has the role. A person's token never does, whatever it
   * says: such a role has no bounds of unit or line.
   */
  public static boolean isSystem(RoutingContext routing, String role) {
    return token(routing).filter(token -> token.containsClaim("client_id")).isPresent()
        && routing.user() instanceof QuarkusHttpUser user
        && user.getSecurityIdentity().hasRole(role);
  }

  /** Until when the token holds. */
  public static Optional<Instant> expiry(RoutingContext routing) {
    return token(routing).map(JsonWebToken::getExpirationTime).map(Instant::ofEpochSecond);
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
