package org.evenhand.gateway.calendar;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;

/** The gateway's own token, as a client of the realm: a feed comes with no token of a person. */
@Singleton
class OwnToken {

  private final OidcClient client;
  private final TokensHelper tokens = new TokensHelper();

  OwnToken(OidcClient client) {
    this.client = client;
  }

  /** As the header says it. Fails while the realm is away. */
  Future<String> bearer() {
    Promise<String> bearer = Promise.promise();
    var ignored =
        tokens
            .getTokens(client)
            .map(Tokens::getAccessToken)
            .subscribe()
            .with(token -> bearer.complete("Bearer " + token), bearer::fail);
    return bearer.future();
  }
}
