package org.evenhand.kit.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Signed access tokens as Keycloak issues them (RFC 9068), and the broken ones that must be
 * refused. Immutable; {@link #bearer()} is the value of an {@code Authorization} header.
 */
public record Tokens(
    String subject,
    String clientId,
    @Nullable String employeeId,
    List<String> roles,
    String issuer,
    String audience,
    Instant expiresAt,
    boolean foreignKey) {

  public static final String ISSUER = "https://keycloak.test/realms/evenhand";
  public static final String AUDIENCE = "evenhand-api";

  private static final String SERVICE_ACCOUNT = "service-account-";

  private static final KeyPair OWN = ownKey();

  /** A signature costs more than most requests, and a client sends the same token many times. */
  private static final Map<Tokens, String> SIGNED = new ConcurrentHashMap<>();

  /** Made when a test asks for it. */
  private static final class Foreign {
    static final KeyPair KEY = generate();
  }

  /** A person: {@code employeeId} is the HRIS' externalId. */
  public static Tokens forEmployee(String employeeId, String... roles) {
    return new Tokens(
        "person-" + employeeId,
        "evenhand-ui",
        employeeId,
        List.of(roles),
        ISSUER,
        AUDIENCE,
        inTwoHours(),
        false);
  }

  /** A person whose account was given no {@code employee_id}. */
  public static Tokens forNobody(String... roles) {
    return new Tokens(
        "person-without-id",
        "evenhand-ui",
        null,
        List.of(roles),
        ISSUER,
        AUDIENCE,
        inTwoHours(),
        false);
  }

  /** A service account by client credentials; {@code client_id} is in such a token only. */
  public static Tokens forClient(String clientId, String... roles) {
    return new Tokens(
        SERVICE_ACCOUNT + clientId,
        clientId,
        null,
        List.of(roles),
        ISSUER,
        AUDIENCE,
        inTwoHours(),
        false);
  }

  public Tokens expired() {
    return new Tokens(
        subject,
        clientId,
        employeeId,
        roles,
        issuer,
        audience,
        inTwoHours().minus(Duration.ofHours(3)),
        foreignKey);
  }

  public Tokens foreignIssuer() {
    return new Tokens(
        subject,
        clientId,
        employeeId,
        roles,
        "https://elsewhere.test/realms/evenhand",
        audience,
        expiresAt,
        foreignKey);
  }

  public Tokens wrongAudience() {
    return new Tokens(
        subject, clientId, employeeId, roles, issuer, "another-api", expiresAt, foreignKey);
  }

  /** Right claims, signed with a key that nobody trusts. */
  public Tokens foreignKeySigned() {
    return new Tokens(subject, clientId, employeeId, roles, issuer, audience, expiresAt, true);
  }

  public String bearer() {
    return "Bearer " + jwt();
  }

  /** {@code Authorization} headers that must open nothing although they hold this token. */
  public List<String> refused() {
    return List.of(
        expired().bearer(),
        foreignIssuer().bearer(),
        wrongAudience().bearer(),
        foreignKeySigned().bearer(),
        unsignedBearer(),
        "Bearer nonsense",
        "Basic YTpi");
  }

  /** {@code alg: none} (RFC 7518 §3.6), which nobody may accept. */
  public String unsignedBearer() {
    var url = Base64.getUrlEncoder().withoutPadding();
    var payload = jwt().split("\\.", -1)[1];
    var header = url.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return "Bearer " + header + "." + payload + ".";
  }

  public String jwt() {
    return SIGNED.computeIfAbsent(this, Tokens::signed);
  }

  private String signed() {
    JwtClaimsBuilder claims =
        Jwt.issuer(issuer)
            .subject(subject)
            .audience(audience)
            .claim("azp", clientId)
            .claim("realm_access", Map.of("roles", roles))
            .issuedAt(expiresAt.minus(Duration.ofHours(2)))
            .expiresAt(expiresAt);
    if (employeeId != null) {
      claims.claim("employee_id", employeeId);
    }
    if (subject.startsWith(SERVICE_ACCOUNT)) {
      claims.claim("client_id", clientId);
    }
    return claims.sign((foreignKey ? Foreign.KEY : OWN).getPrivate());
  }

  static PublicKey publicKey() {
    return OWN.getPublic();
  }

  /** In whole hours, so that the tokens of one caller are equal, and signed once. */
  private static Instant inTwoHours() {
    return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
  }

  /**
   * One key per test run. Quarkus loads this class twice, for the resource and for the test, in
   * different class loaders, so that the key passes through a file named by a system property.
   */
  private static KeyPair ownKey() {
    try {
      var known = System.getProperty("evenhand.test.key");
      if (known == null) {
        var pair = generate();
        var file = Files.createTempFile("evenhand-test", ".key");
        file.toFile().deleteOnExit();
        Files.write(file, pair.getPrivate().getEncoded());
        System.setProperty("evenhand.test.key", file.toString());
        return pair;
      }
      var keys = KeyFactory.getInstance("RSA");
      var privateKey =
          (RSAPrivateCrtKey)
              keys.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(known))));
      var publicKey =
          keys.generatePublic(
              new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
      return new KeyPair(publicKey, privateKey);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With the least public exponent: the services check a signature with every request. */
  private static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
