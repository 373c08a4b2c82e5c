package org.evenhand.local.journey.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The API through the gateway, as one caller. For example: {@code
 * api.as("grace").post("/v1/policies").json(draft).idempotencyKey("policy").send().expect(201)}.
 */
public final class Api {
  private final HttpClient http;
  private final Tokens tokens;
  private final URI gateway;
  private final String who;
  private final @Nullable Supplier<String> bearer;

  private Api(
      HttpClient http, Tokens tokens, URI gateway, String who, @Nullable Supplier<String> bearer) {
    this.http = http;
    this.tokens = tokens;
    this.gateway = gateway;
    this.who = who;
    this.bearer = bearer;
  }

  /** Without a token, until {@link #as} or {@link #asClient} names a caller. */
  public static Api of(StackAddresses addresses) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new Api(http, new Tokens(http, addresses.issuer()), addresses.gateway(), "nobody", null);
  }

  /** A person of the sample company, by user name. */
  public Api as(String username) {
    return new Api(http, tokens, gateway, username, () -> tokens.ofPerson(username));
  }

  /** A system: evenhand-hris or evenhand-insight. */
  public Api asClient(String clientId) {
    return new Api(http, tokens, gateway, clientId, () -> tokens.ofClient(clientId));
  }

  /** With a token of one's own making, or a stale one. */
  Api withToken(String token) {
    return new Api(http, tokens, gateway, "the bearer of a given token", () -> token);
  }

  public Call get(String path) {
    return call("GET", path);
  }

  public Call post(String path) {
    return call("POST", path);
  }

  public Call put(String path) {
    return call("PUT", path);
  }

  /** The body is a JSON Merge Patch (RFC 7396). */
  public Call patch(String path) {
    return call("PATCH", path);
  }

  public Call delete(String path) {
    return call("DELETE", path);
  }

  private Call call(String method, String path) {
    Call call = new Call(http, method, URI.create(gateway + path), who);
    return bearer == null ? call : call.header("Authorization", "Bearer " + bearer.get());
  }
}
