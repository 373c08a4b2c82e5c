package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A request that two readers could understand differently is refused, with a problem like any
 * other.
 */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class MalformedRequestTest {

  private static final String BEARER = Tokens.forClient("smuggler", "hris").bearer();
  private static final String CLOSING = "Connection: close\r\n";
  private static final String HOST = "Host: localhost\r\n";
  private static final String SMUGGLED =
      "GET /v1/reviews?key=smuggled HTTP/1.1\r\n" + CLOSING + HOST;

  @TestHTTPResource("/")
  URI gateway;

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(400, "two hosts", get("/v1/me", "1.1", HOST + "Host: other\r\n")),
        refused(400, "no host", get("/v1/me", "1.1", "")),
        refused(400, "a list of hosts", get("/v1/me", "1.1", "Host: a, b\r\n")),
        refused(400, "a host with a path", get("/v1/me", "1.1", "Host: a/b\r\n")),
        refused(505, "HTTP/3.7", get("/v1/me", "3.7", HOST)),
        refused(505, "HTTP/2.0", get("/v1/me", "2.0", HOST)),
        refused(505, "HTTP/0.9", get("/v1/me", "0.9", HOST)),
        refused(400, "no version", "GET /v1/me\r\n" + HOST + "\r\n"),
        refused(400, "HTTP in small letters", "GET /v1/me http/1.1\r\n" + HOST + "\r\n"),
        refused(400, "two spaces", "GET  /v1/me HTTP/1.1\r\n" + HOST + "\r\n"),
        refused(400, "a tab", "GET\t/v1/me HTTP/1.1\r\n" + HOST + "\r\n"),
        refused(400, "an absolute target", get("http://localhost/v1/me", "1.1", HOST)),
        refused(400, "no slash", get("v1/me", "1.1", HOST)),
        refused(400, "a bad escape", get("/v1/%zz", "1.1", HOST)),
        refused(400, "a bad escape anywhere", get("/%", "1.1", HOST)),
        refused(405, "CONNECT", "CONNECT localhost:443 HTTP/1.1\r\n" + HOST + "\r\n"),
        refused(405, "OPTIONS *", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
        refused(414, "a long target", get("/v1/" + "a".repeat(9000), "1.1", HOST)),
        refused(
            431, "large fields", get("/v1/me", "1.1", HOST + "A: " + "a".repeat(17000) + "\r\n")),
        refused(431, "many fields", get("/v1/me", "1.1", HOST + "A: b\r\n".repeat(3000))),
        refused(400, "a folded line", get("/v1/me", "1.1", HOST + "A: b\r\n c\r\n")),
        refused(400, "a folded first line", get("/v1/me", "1.1", " A: b\r\n" + HOST)),
        refused(400, "a space before the colon", get("/v1/me", "1.1", HOST + "A : b\r\n")),
        refused(400, "no colon", get("/v1/me", "1.1", HOST + "A\r\n")),
        refused(400, "a bare LF", "GET /v1/me HTTP/1.1\n" + HOST + "\r\n"),
        refused(400, "a bare LF at the end", "GET /v1/me HTTP/1.1\r\nHost: localhost\n\n"),
        refused(400, "a bare CR", get("/v1/me", "1.1", HOST + "A: b\rc\r\n")),
        refused(400, "a NUL", get("/v1/me", "1.1", HOST + "A: b\0c\r\n")),
        refused(417, "another expectation", get("/v1/me", "1.1", HOST + "Expect: a-lot\r\n")),
        refused(400, "both lengths", post("Content-Length: 5\r\n" + chunks(), "0\r\n\r\n")),
        refused(400, "both lengths, turned", post(chunks() + "Content-Length: 5\r\n", "0\r\n\r\n")),
        refused(400, "two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "abcdef")),
        refused(400, "a length twice", post("Content-Length: 1\r\nContent-Length: 1\r\n", "a")),
        refused(400, "a list of lengths", post("Content-Length: 1, 1\r\n", "a")),
        refused(400, "a signed length", post("Content-Length: +1\r\n", "a")),
        refused(400, "a negative length", post("Content-Length: -1\r\n", "a")),
        refused(400, "a hexadecimal length", post("Content-Length: 0x1\r\n", "a")),
        refused(501, "another coding", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")),
        refused(501, "a coding twice", post(chunks() + chunks(), "0\r\n\r\n")),
        refused(501, "xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")),
        refused(400, "chunks and a space", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")),
        refused(400, "chunk: no number", post(chunks(), "x\r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: signed", post(chunks(), "+1\r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: 0x", post(chunks(), "0x1\r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: a space", post(chunks(), "1 \r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: overflow", post(chunks(), "100000001\r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: empty", post(chunks(), "\r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: bare LF", post(chunks(), "1\na\r\n0\r\n\r\n")),
        refused(400, "chunk: LF in its extension", post(chunks(), "1;\nx\r\na\r\n0\r\n\r\n")),
        refused(400, "chunk: longer than it says", post(chunks(), "1\r\nab\r\n0\r\n\r\n")),
        refused(400, "chunks and a trailer", post(chunks(), "0\r\nA: b\r\n\r\n")));
  }

  @ParameterizedTest(name = "{1} is {0}")
  @MethodSource("refused")
  void isRefusedAsAProblem(int status, String what, String request) throws IOException {
    String answer = new Raw(gateway).exchange(request + SMUGGLED + "\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.toLowerCase().contains("content-type: application/problem+json"), answer);
    assertTrue(answer.toLowerCase().contains("x-request-id: "), answer);
    assertTrue(answer.contains("\"requestId\":"), answer);
    if (!what.startsWith("a bad escape")) { // the request is clear, only its path is not
      assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, "another answer: " + answer);
      given()
          .header("Authorization", BEARER)
          .get("/v1/reviews?how=asked&key=smuggled")
          .then()
          .body("times", equalTo(0));
    }
  }

  @Test
  void whatIsUsualPasses() throws IOException {
    String body = "\r\n" + post("Transfer-Encoding: Chunked\r\n", "0003;a=b\r\nabc\r\n00\r\n\r\n");
    String answer = new Raw(gateway).exchange(body + get("/v1/me", "1.1", CLOSING + HOST));
    assertTrue(answer.contains("\"length\":3,"), answer);
    assertEquals(2, answer.split("HTTP/1.1 200 ", -1).length - 1, answer);
  }

  @Test
  void anOfferOfAnotherProtocolIsPassedOver() throws IOException {
    String offer =
        "Connection: Upgrade, HTTP2-Settings\r\n"
            + "Upgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABk\r\n";
    String answer =
        new Raw(gateway)
            .exchange(get("/v1/me", "1.1", HOST + offer) + get("/v1/me", "1.1", CLOSING + HOST));
    assertEquals(2, answer.split("HTTP/1.1 200 ", -1).length - 1, answer);
    String preface = new Raw(gateway).exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assertTrue(preface.startsWith("HTTP/1.1 505 "), preface);
  }

  private static Arguments refused(int status, String what, String request) {
    return Arguments.of(status, what, request);
  }

  private static String chunks() {
    return "Transfer-Encoding: chunked\r\n";
  }

  private static String get(String target, String version, String headers) {
    return "GET %s HTTP/%s\r\n%sAuthorization: %s\r\n\r\n"
        .formatted(target, version, headers, BEARER);
  }

  private static String post(String headers, String body) {
    return "POST /v1/reviews HTTP/1.1\r\n%s%sAuthorization: %s\r\n\r\n%s"
        .formatted(HOST, headers, BEARER, body);
  }
}
