package org.evenhand.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;

/**
 * Makes a service accept the tokens of {@link Tokens}: same checks as in production (signature,
 * issuer, audience, expiry), with a key pair made for this run instead of Keycloak's.
 */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.oidc.public-key",
            Base64.getEncoder().encodeToString(Tokens.publicKey().getEncoded()),
        "quarkus.oidc.token.issuer", Tokens.ISSUER,
        "quarkus.oidc.token.audience", Tokens.AUDIENCE);
  }

  @Override
  public void stop() {}
}
