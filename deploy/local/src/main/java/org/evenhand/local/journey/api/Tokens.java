package org.evenhand.local.journey.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.evenhand.local.keycloak.LocalSecrets;
import org.jspecify.annotations.Nullable;

/** Real tokens from Keycloak, fetched anew shortly before they expire. */
final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI endpoint;
  private final Map<String, Token> kept = new ConcurrentHashMap<>();

  Tokens(HttpClient http, URI issuer) {
    this.http = http;
    this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
  }

  /** A person of the sample company, who signs in with the password that they all have. */
  String ofPerson(String username) {
    return fresh(
        username,
        Map.of(
            "grant_type",
            "password",
            "client_id",
            LocalSecrets.DEMO_CLIENT,
            "username",
            username,
            "password",
            LocalSecrets.DEMO_PASSWORD));
  }

  /** A system, such as {@code evenhand-hris}. */
  String ofClient(String clientId) {
    return fresh(
        clientId,
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            LocalSecrets.ofClient(clientId)));
  }

  private String fresh(String who, Map<String, String> form) {
    @Nullable Token token = kept.get(who);
    if (token == null || token.until().isBefore(Instant.now())) {
      token = fetch(who, form);
      kept.put(who, token);
    }
    return token.bearer();
  }

  private Token fetch(String who, Map<String, String> form) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form)))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new StepFailed(
            "a token for "
                + who
                + " was expected from "
                + endpoint
                + ", and seen was "
                + response.statusCode()
                + " "
                + response.body());
      }
      JsonNode body = JSON.readTree(response.body());
      Instant until = Instant.now().plusSeconds(body.path("expires_in").asLong()).minus(MARGIN);
      return new Token(body.path("access_token").asText(), until);
    } catch (IOException e) {
      throw new StepFailed("Keycloak gave no token for " + who + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted while waiting for a token", e);
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private record Token(String bearer, Instant until) {}
}
