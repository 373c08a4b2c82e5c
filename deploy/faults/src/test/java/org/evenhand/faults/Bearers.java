package org.evenhand.faults;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Access tokens as Keycloak issues them, signed with a key of this run that the services are given.
 */
final class Bearers {
  private static final String ISSUER = "https://keycloak.test/realms/evenhand";

  private final RsaJsonWebKey keys = generate();

  /** The settings with which a service checks tokens by this key; all other checks stay. */
  Map<String, String> environment() {
    return Map.of(
        "QUARKUS_OIDC_AUTH_SERVER_URL",
        "",
        "QUARKUS_OIDC_PUBLIC_KEY",
        Base64.getEncoder().encodeToString(keys.getPublicKey().getEncoded()),
        "QUARKUS_OIDC_TOKEN_ISSUER",
        ISSUER);
  }

  String ofSystem(String clientId, String role) {
    return token(clientId, Map.of("client_id", clientId), role);
  }

  /** Of a person, by the HRIS' id. */
  String ofPerson(String externalId, String role) {
    return token("evenhand-ui", Map.of("employee_id", externalId), role);
  }

  private String token(String clientId, Map<String, String> more, String role) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("evenhand-api");
    claims.setSubject("subject of " + clientId);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(120);
    claims.setClaim("azp", clientId);
    claims.setClaim("realm_access", Map.of("roles", List.of(role)));
    more.forEach(claims::setClaim);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKey(keys.getPrivateKey());
    signature.setPayload(claims.toJson());
    try {
      return "Bearer " + signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey generate() {
    try {
      return RsaJwkGenerator.generateJwk(2048);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
