package org.evenhand.attack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.evenhand.local.company.Person;
import org.evenhand.local.keycloak.LocalSecrets;

/** Real tokens of the local stack's Keycloak, fetched anew shortly before they expire. */
final class KeycloakTokens {

  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;
  private final Map<String, Token> kept = new ConcurrentHashMap<>();

  KeycloakTokens(URI issuer) {
    this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
  }

  String ofPerson(Person person) {
    return fresh(
        person.username(),
        Map.of(
            "grant_type",
            "password",
            "client_id",
            LocalSecrets.DEMO_CLIENT,
            "username",
            person.username(),
            "password",
            LocalSecrets.DEMO_PASSWORD));
  }

  String ofClient(String id) {
    return fresh(
        id,
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            id,
            "client_secret",
            LocalSecrets.ofClient(id)));
  }

  private String fresh(String who, Map<String, String> form) {
    return kept.compute(
            who,
            (name, token) ->
                token == null || token.until().isBefore(Instant.now()) ? fetch(form) : token)
        .bearer();
  }

  private Token fetch(Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(endpoint)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      var json = Target.json(answer.body());
      Instant until = Instant.now().plusSeconds(json.path("expires_in").asLong()).minus(MARGIN);
      return new Token(json.path("access_token").asText(), until);
    } catch (IOException e) {
      throw new IllegalStateException("no token from " + endpoint + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private record Token(String bearer, Instant until) {}
}
