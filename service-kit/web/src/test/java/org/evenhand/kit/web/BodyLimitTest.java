package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class BodyLimitTest {

  private static final int MIB = 1024 * 1024;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/v1/trials")
  URI trials;

  @ParameterizedTest
  @ValueSource(strings = {"/loop", "/worker"})
  void aBodyWithinTheBoundIsTaken(String operation) throws Exception {
    assertTaken(MIB, post(operation, "text/plain", sized(MIB)));
    assertTaken(MIB, post(operation, "text/plain", chunked(MIB)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/loop", "/worker"})
  void aBodyOverTheBoundIs413ChunkedOrNot(String operation) throws Exception {
    assertRefused(post(operation, "text/plain", sized(MIB + 1)));
    assertRefused(post(operation, "text/plain", chunked(MIB + 1)));
    assertRefused(post(operation, "text/plain", chunked(8 * MIB)));
    assertRefused(post(operation, "text/plain", sized(8 * MIB)));
  }

  @Test
  void aLargeBodyStaysOnTheEventLoop() throws Exception {
    String answer = post("/loop", "text/plain", chunked(MIB)).body();
    assertTrue(answer.contains("\"eventLoop\":true"), answer);
    answer = post("/worker", "text/plain", chunked(MIB)).body();
    assertTrue(answer.contains("\"eventLoop\":false"), answer);
  }

  @Test
  void aStreamedBodyHasItsOwnBound() throws Exception {
    assertTaken(2 * MIB, post("/stream", "text/csv", chunked(2 * MIB)));
    assertTaken(2 * MIB, post("/stream", "text/csv", sized(2 * MIB)));
    assertRefused(post("/stream", "text/csv", sized(3 * MIB + 1)));
    assertRefused(post("/stream", "text/csv", chunked(3 * MIB + 1)));
  }

  @Test
  void aConnectionIsUsableAfterARefusal() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertRefused(post("/loop", "text/plain", chunked(MIB + 1)));
      assertTaken(10, post("/loop", "text/plain", sized(10)));
    }
  }

  private static void assertTaken(int length, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    assertTrue(response.body().contains("\"length\":" + length), response.body());
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertEquals(413, response.statusCode(), response.body());
    assertEquals(
        ProblemBody.MEDIA_TYPE,
        response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
    assertTrue(response.body().contains("problems/body-too-large"), response.body());
  }

  private HttpResponse<String> post(String operation, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    Tokens token = Tokens.forEmployee("E002", Roles.MANAGER, Roles.HRIS);
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(trials + operation))
            .header("Authorization", token.bearer())
            .header("Content-Type", type)
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static BodyPublisher sized(int length) {
    return BodyPublishers.ofByteArray(bytes(length));
  }

  /** A publisher of unknown length is sent chunked. */
  private static BodyPublisher chunked(int length) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes(length)));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }
}
