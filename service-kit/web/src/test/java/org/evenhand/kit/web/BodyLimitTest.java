package org.evenhand.kit.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.security.Roles;
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

  @ParameterizedTest
  @ValueSource(strings = {"/loop", "/worker", "/stream"})
  void aBodyThatComesAsGzipIsTakenWithinTheBoundOfWhatItUnpacksTo(String operation)
      throws Exception {
    String type = operation.equals("/stream") ? "text/csv" : "text/plain";
    int bound = operation.equals("/stream") ? 3 * MIB : MIB;
    assertTaken(bound, packed(operation, type, gzip(bytes(bound))));
    assertTaken(bound, packed(operation, type, gzip(noise(bound))));
    assertRefused(packed(operation, type, gzip(bytes(bound + 1))));
    assertRefused(packed(operation, type, gzip(bytes(64 * MIB))));
    assertTaken(10, packed(operation, type, gzip(bytes(10))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/loop", "/stream"})
  void whatIsNoGzipOrPackedOtherwiseIsRefused(String operation) throws Exception {
    String type = operation.equals("/stream") ? "text/csv" : "text/plain";
    byte[] whole = gzip(noise(5000));
    byte[] damaged = whole.clone();
    damaged[whole.length - 6] ^= 1;
    assertEquals(400, packed(operation, type, bytes(100)).statusCode());
    assertEquals(400, packed(operation, type, java.util.Arrays.copyOf(whole, 2000)).statusCode());
    assertEquals(400, packed(operation, type, damaged).statusCode());
    for (String encoding : new String[] {"br", "deflate", "zstd", "gzip, gzip"}) {
      assertEquals(
          415,
          post(operation, type, BodyPublishers.ofByteArray(whole), "Content-Encoding", encoding)
              .statusCode(),
          encoding);
    }
    assertTaken(9, post(operation, type, sized(9), "Content-Encoding", "identity"));
  }

  private HttpResponse<String> packed(String operation, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<String> chunked =
        post(
            operation,
            type,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            "Content-Encoding",
            "GZIP");
    HttpResponse<String> sized =
        post(operation, type, BodyPublishers.ofByteArray(body), "Content-Encoding", "gzip");
    assertEquals(sized.statusCode(), chunked.statusCode());
    return sized;
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  /**
   * Text that doesn't compress: as gzip it is longer. ASCII, so that its length in bytes is that of
   * the text.
   */
  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (bytes[i] & 0x7f);
    }
    return bytes;
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

  private HttpResponse<String> post(
      String operation, String type, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    Tokens token = Tokens.forEmployee("E002", Roles.MANAGER, Roles.HRIS);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(trials + operation))
            .header("Authorization", token.bearer())
            .header("Content-Type", type)
            .POST(body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
