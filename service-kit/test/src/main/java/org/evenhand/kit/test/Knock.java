package org.evenhand.kit.test;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request of a matrix to the running service. The matrices ask thousands of times, and
 * RestAssured takes longer for a request than the service for its answer.
 */
final class Knock {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpRequest.Builder request = HttpRequest.newBuilder();
  private String query = "";
  private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

  static Knock as(Tokens caller) {
    return with(caller.bearer());
  }

  /**
   * @param authorization the header's value; none for null
   */
  static Knock with(@Nullable String authorization) {
    var knock = new Knock();
    if (authorization != null) {
      knock.header("Authorization", authorization);
    }
    return knock;
  }

  Knock header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  Knock query(String name, String value) {
    query +=
        (query.isEmpty() ? "?" : "&")
            + name
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return this;
  }

  Knock body(String mediaType, String text) {
    body = BodyPublishers.ofString(text);
    return header("Content-Type", mediaType);
  }

  /**
   * @param path which may have a query of its own if {@link #query} adds nothing
   * @return the answer, which is as the service's document says
   */
  Answer ask(String verb, String path) {
    String method = verb.toUpperCase(Locale.ROOT);
    URI uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + path + query);
    try {
      var response =
          CLIENT.send(request.uri(uri).method(method, body).build(), BodyHandlers.ofString());
      var answer =
          new Answer(
              method,
              uri,
              response.statusCode(),
              name -> response.headers().firstValue(name).orElse(null),
              response.body());
      ApiContract.check(answer);
      return answer;
    } catch (IOException e) {
      throw new AssertionError(method + " " + uri + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
