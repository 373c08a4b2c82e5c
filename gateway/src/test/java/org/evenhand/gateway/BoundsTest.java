package org.evenhand.gateway;

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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class BoundsTest {

  private static final int MIB = 1024 * 1024;
  private static final Tokens TOKEN = Tokens.forClient("evenhand-hris", "hris");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  URI gateway;

  @Test
  void aBodyWithinTheBoundArrivesWhole() throws Exception {
    assertArrived(MIB, post("/v1/reviews", sized(MIB)));
    assertArrived(MIB, post("/v1/reviews", chunked(MIB)));
    assertArrived(0, post("/v1/reviews", BodyPublishers.noBody()));
  }

  @Test
  void aBodyOverTheBoundIs413ChunkedOrNot() throws Exception {
    assertRefused(413, "body-too-large", post("/v1/reviews", sized(MIB + 1)));
    assertRefused(413, "body-too-large", post("/v1/reviews", chunked(MIB + 1)));
    assertRefused(413, "body-too-large", post("/v1/reviews", chunked(8 * MIB)));
  }

  @Test
  void aBodyThatClaimsToBeEnormousIsAProblemToo() throws IOException {
    String answer =
        new Raw(gateway)
            .send(
                "POST",
                "/v1/org-imports",
                "Authorization: " + TOKEN.bearer(),
                "Expect: 100-continue",
                "Content-Length: 900000000");
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("problems/body-too-large"), answer);
  }

  @Test
  void anOfferToSpeakHttp2IsPassedOverAndNothingIsLost() throws Exception {
    HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpRequest fits = request("/v1/reviews").POST(chunked(MIB)).build();
    HttpResponse<String> response = http2.send(fits, HttpResponse.BodyHandlers.ofString());
    assertArrived(MIB, response);
    assertEquals(HttpClient.Version.HTTP_1_1, response.version());
  }

  @Test
  void anImportHasABoundOfItsOwn() throws Exception {
    assertArrived(3 * MIB, post("/v1/org-imports", chunked(3 * MIB)));
    assertArrived(3 * MIB, post("/v1/demographics?dryRun=true", sized(3 * MIB)));
    assertRefused(413, "body-too-large", post("/v1/rating-imports", sized(4 * MIB + 1)));
    assertRefused(413, "body-too-large", post("/v1/rating-imports", chunked(4 * MIB + 1)));
    assertRefused(413, "body-too-large", post("/v1/demographic-dimensions/x", chunked(3 * MIB)));
  }

  @Test
  void theConnectionIsUsableAfterARefusal() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertRefused(413, "body-too-large", post("/v1/reviews", chunked(MIB + 1)));
      assertArrived(10, post("/v1/reviews", sized(10)));
    }
  }

  @Test
  void aServiceThatIsAwayIs502() throws Exception {
    assertRefused(502, "bad-gateway", post("/v1/calibration-sessions", sized(10)));
    assertRefused(502, "bad-gateway", post("/v1/calibration-sessions", chunked(2 * MIB / 4)));
    assertRefused(502, "bad-gateway", post("/v1/reviews?how=closing", sized(10)));
  }

  @Test
  void aServiceThatDoesNotAnswerInTimeIs504() throws Exception {
    assertRefused(504, "gateway-timeout", post("/v1/reviews?how=silent", sized(10)));
    assertRefused(504, "gateway-timeout", get("/v1/reviews?how=silent"));
  }

  @Test
  void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
    try {
      HttpResponse<String> response = get("/v1/reviews?how=cut");
      assertEquals("", "a whole answer came: " + response.body());
    } catch (IOException | InterruptedException e) {
      assertTrue(e instanceof IOException, e.toString());
    }
  }

  @Test
  void anEarlyAnswerPasses() throws Exception {
    assertEquals(403, post("/v1/reviews?how=early", chunked(10)).statusCode());
  }

  @Test
  void continueIsSaidBeforeTheBodyIsSent() throws Exception {
    assertEquals("HTTP/1.1 100 Continue", statusOf("10"));
    assertEquals("HTTP/1.1 413 Request Entity Too Large", statusOf("9999999"));
  }

  private String statusOf(String length) throws IOException {
    return new Raw(gateway)
        .statusLine(
            "POST",
            "/v1/reviews",
            "Authorization: " + TOKEN.bearer(),
            "Expect: 100-continue",
            "Content-Length: " + length);
  }

  private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
    return send(request(path).header("Content-Type", "text/csv").POST(body).build());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path)).header("Authorization", TOKEN.bearer());
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void assertArrived(int length, HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    assertTrue(response.body().contains("\"length\":" + length + ","), response.body());
  }

  private static void assertRefused(int status, String type, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json",
        response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0]);
    assertTrue(response.body().contains("problems/" + type), response.body());
    assertTrue(response.body().contains("requestId"), response.body());
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
    Arrays.fill(bytes, "x".getBytes(StandardCharsets.UTF_8)[0]);
    return bytes;
  }
}
