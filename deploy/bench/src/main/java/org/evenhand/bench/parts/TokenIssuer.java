package org.evenhand.bench.parts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens as Keycloak does: RS256, with discovery and keys at the issuer's address.
 * Services can't tell the difference, and nobody waits for Keycloak to start.
 */
public final class TokenIssuer implements Part {
  private static final int KEY_BITS = 2048;
  private static final long LIFE_SECONDS = 4 * 3600L;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final URI issuer;
  private final Path log;
  private final KeyPair key;
  private @Nullable HttpServer server;

  /**
   * @param log of the program, as this part has none
   */
  public TokenIssuer(String issuer, Path log) {
    this.issuer = URI.create(issuer);
    this.log = log;
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(KEY_BITS);
      this.key = keys.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A person's token, through the UI's client. */
  public String ofPerson(String employeeId, String... roles) {
    return sign("person-" + employeeId, "evenhand-ui", employeeId, List.of(roles));
  }

  /** A system's token. */
  public String ofClient(String clientId, String... roles) {
    return sign("service-account-" + clientId, clientId, null, List.of(roles));
  }

  private String sign(
      String subject, String client, @Nullable String employeeId, List<String> roles) {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"evenhand-api\",\"azp\":\"%s\",\"typ\":\"Bearer\","
                .formatted(issuer, subject, client)
            + "\"iat\":%d,\"exp\":%d,".formatted(now, now + LIFE_SECONDS)
            + (employeeId == null
                ? "\"client_id\":\"" + client + "\","
                : "\"employee_id\":\"" + employeeId + "\",")
            + "\"realm_access\":{\"roles\":[%s]}}"
                .formatted(
                    roles.stream()
                        .map(role -> "\"" + role + "\"")
                        .collect(Collectors.joining(",")));
    String signed =
        encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}") + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String json) {
    return BASE64URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "Token issuer";
  }

  @Override
  public String awaits() {
    return "to answer";
  }

  @Override
  public String address() {
    return issuer.toString();
  }

  @Override
  public Path log() {
    return log;
  }

  @Override
  public void launch() {
    try {
      HttpServer started =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), issuer.getPort()), 0);
      String realm = issuer.getPath();
      started.createContext(
          realm + "/.well-known/openid-configuration", e -> answer(e, discovery()));
      started.createContext(realm + "/protocol/openid-connect/certs", e -> answer(e, keys()));
      started.createContext(
          realm + "/protocol/openid-connect/token", e -> answer(e, serviceToken()));
      started.start();
      server = started;
    } catch (IOException e) {
      throw new Trouble("The token issuer can't listen: " + e.getMessage(), e);
    }
  }

  private String discovery() {
    String paths = issuer + "/protocol/openid-connect";
    return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/certs\",\"token_endpoint\":\"%s/token\"}"
        .formatted(issuer, paths, paths);
  }

  private String keys() {
    RSAPublicKey open = (RSAPublicKey) key.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(
            BASE64URL.encodeToString(open.getModulus().toByteArray()),
            BASE64URL.encodeToString(open.getPublicExponent().toByteArray()));
  }

  /** For the calls of one service to another; which of them asks makes no difference here. */
  private String serviceToken() {
    return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
        .formatted(ofClient("evenhand-service", "service"), LIFE_SECONDS);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public boolean alive() {
    return true;
  }

  @Override
  public String lastWords() {
    return "";
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
