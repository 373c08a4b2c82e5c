package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Slow senders: an import may be slow, any other body for a while, and none at the cost of others.
 */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class SlowSenderTest {

  @TestHTTPResource("/")
  URI gateway;

  @Inject MeterRegistry meters;

  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void anUploadMayPause() throws Exception {
    Socket upload = begin("POST", "/v1/org-imports", Tokens.forClient("hris-1", "hris"));
    send(upload, "5\r\nabcde\r\n");
    Thread.sleep(2_500); // what is tested: twice as long as a service may take to answer
    send(upload, "3\r\nfgh\r\n0\r\n\r\n");
    String answer = rest(upload);
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.contains("\"length\":8,"), answer);
  }

  @Test
  void slowBodiesTakeNoConnectionFromOthers() throws Exception {
    for (int i = 0; i < 10; i++) {
      send(begin("PUT", "/v1/reviews/7", Tokens.forClient("slow-" + i / 5, "hris")), "1\r\na\r\n");
    }
    ask(Tokens.forEmployee("E001", "employee")).then().statusCode(200);
  }

  @Test
  void aBodyThatDoesNotComeIs408() throws Exception {
    Socket slow = begin("PUT", "/v1/reviews/7", Tokens.forClient("slow-9", "hris"));
    send(slow, "1\r\na\r\n");
    assertRefused(408, "request-timeout", rest(slow));
  }

  @Test
  void aHeadThatDoesNotComeIs408() throws Exception {
    Socket slow = connect();
    send(slow, "GET /v1/reviews HTTP/1.1\r\nHost: local");
    assertRefused(408, "request-timeout", rest(slow));
  }

  @Test
  void aCallerHasAShareOfWhatIsUnderWay() throws Exception {
    Tokens caller = Tokens.forClient("busy-1", "hris");
    for (int i = 0; i < 6; i++) {
      begin("PUT", "/v1/reviews/" + i, caller, "Content-Length: 9");
    }
    await().untilAsserted(() -> assertEquals(429, ask(caller).statusCode()));
    given()
        .header("Authorization", caller.bearer())
        .get("/v1/reviews")
        .then()
        .statusCode(429)
        .header("Retry-After", "1")
        .contentType("application/problem+json");
    ask(Tokens.forEmployee("E001", "employee")).then().statusCode(200);
    hangUp();
    await().untilAsserted(() -> assertEquals(200, ask(caller).statusCode()));
  }

  @Test
  void aCallerHasAShareOfTheMemoryForBodies() throws Exception {
    Tokens caller = Tokens.forClient("busy-2", "hris");
    for (int i = 0; i < 3; i++) {
      begin("PUT", "/v1/reviews/" + i, caller, "Content-Length: 1048576");
    }
    awaitUnderWay("bodies", 3 * 1_048_576);
    String answer = rest(begin("PUT", "/v1/reviews/9", caller, "Content-Length: 1048576"));
    assertRefused(429, "too-many-requests", answer);
    ask(caller).then().statusCode(200);
  }

  @Test
  void importsHaveASmallShareOfTheirOwn() throws Exception {
    Tokens one = Tokens.forClient("import-1", "hris");
    Tokens other = Tokens.forClient("import-2", "hris");
    for (int i = 0; i < 2; i++) {
      send(begin("POST", "/v1/org-imports", one), "1\r\na\r\n");
    }
    awaitUnderWay("imports", 2);
    assertRefused(429, "too-many-requests", rest(begin("POST", "/v1/demographics", one)));
    send(begin("POST", "/v1/rating-imports", other), "1\r\na\r\n");
    awaitUnderWay("imports", 3);
    assertRefused(503, "busy", rest(begin("POST", "/v1/org-imports", other)));
    ask(one).then().statusCode(200);
  }

  @Test
  void whatMayHaveBeenDoneIsNotAskedForAgain() {
    given()
        .header("Authorization", Tokens.forClient("hris-2", "hris").bearer())
        .contentType("application/json")
        .body("{}")
        .post("/v1/reviews?how=closing&key=once")
        .then()
        .statusCode(502);
    int times =
        ask(Tokens.forClient("hris-2", "hris"), "/v1/reviews?how=asked&key=once").path("times");
    assertEquals(1, times);
  }

  /** Requests of several connections are let in in any order. */
  private void awaitUnderWay(String of, long amount) {
    await()
        .untilAsserted(
            () ->
                assertEquals(
                    amount,
                    meters.get("evenhand.gateway.under.way").tag("of", of).gauge().value()));
  }

  private io.restassured.response.Response ask(Tokens caller) {
    return ask(caller, "/v1/reviews");
  }

  private static io.restassured.response.Response ask(Tokens caller, String path) {
    return given().header("Authorization", caller.bearer()).get(path);
  }

  private Socket begin(String method, String path, Tokens caller) throws IOException {
    return begin(method, path, caller, "Transfer-Encoding: chunked");
  }

  private Socket begin(String method, String path, Tokens caller, String length)
      throws IOException {
    Socket socket = connect();
    send(
        socket,
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: %s\r\n%s\r\n\r\n"
            .formatted(method, path, caller.bearer(), length));
    return socket;
  }

  private Socket connect() throws IOException {
    Socket socket = new Raw(gateway).open();
    open.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String rest(Socket socket) throws IOException {
    byte[] buffer = new byte[8192];
    int length = socket.getInputStream().read(buffer);
    return new String(buffer, 0, Math.max(0, length), StandardCharsets.UTF_8);
  }

  private static void assertRefused(int status, String type, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("problems/" + type), answer);
    assertTrue(answer.contains("requestId"), answer);
  }
}
