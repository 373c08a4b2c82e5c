package org.evenhand.gateway.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.evenhand.gateway.GatewayConfig;

/**
 * Where tokens come from. The services don't know it as a browser does, so their documents can't.
 */
@Singleton
class SignIn {

  private static final String NAME = "signIn";

  private final Optional<String> endpoints;

  SignIn(GatewayConfig config) {
    endpoints = config.issuer().map(issuer -> issuer + "/protocol/openid-connect");
  }

  /** The address for tokens, if the issuer is known. */
  Optional<String> tokenUrl() {
    return endpoints.map(at -> at + "/token");
  }

  /** Offers a person's sign-in wherever a token is demanded, so that Swagger UI can get one. */
  void offerIn(ObjectNode document) {
    endpoints.ifPresent(
        at -> {
          describe(document.withObject("/components/securitySchemes").putObject(NAME), at);
          document.path("paths").forEach(path -> path.forEach(SignIn::offer));
        });
  }

  private static void describe(ObjectNode scheme, String endpoints) {
    scheme
        .put("type", "oauth2")
        .put(
            "description",
            "A person signs in with PKCE (S256), as the client evenhand-ui. The access token is"
                + " checked as RFC8725 asks.");
    ObjectNode flow = scheme.putObject("flows").putObject("authorizationCode");
    flow.put("authorizationUrl", endpoints + "/auth").put("tokenUrl", endpoints + "/token");
    flow.put("refreshUrl", endpoints + "/token");
    flow.putObject("scopes");
  }

  private static void offer(JsonNode operation) {
    if (operation.path("security") instanceof ArrayNode demanded && !demanded.isEmpty()) {
      demanded.addObject().putArray(NAME);
    }
  }
}
