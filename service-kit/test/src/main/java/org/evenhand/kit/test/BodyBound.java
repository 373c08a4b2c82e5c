package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** The largest body of a request, also where it is chunked or packed. */
final class BodyBound {

  private static final int BEYOND = 2 * 1024 * 1024;

  private final OpenApiDocument.Operation operation;

  private BodyBound(OpenApiDocument.Operation operation) {
    this.operation = operation;
  }

  /**
   * The bound is the same for all, so one operation is enough.
   *
   * @param operation one that takes JSON
   */
  static void check(OpenApiDocument.Operation operation) {
    new BodyBound(operation).check();
  }

  private void check() {
    byte[] beyond = ("[" + "0,".repeat(BEYOND / 2) + "0]").getBytes(StandardCharsets.UTF_8);
    byte[] bomb = gzip(beyond);
    assertAll(
        () -> expect(413, "a body that says how long it is", request().body(beyond)),
        () -> expect(413, "a chunked body", request().body(new ByteArrayInputStream(beyond))),
        () -> expect(413, "a body that unpacks beyond the bound", packed("gzip").body(bomb)),
        () -> expect(415, "a body that is packed otherwise", packed("br").body(bomb)),
        () -> expect(400, "a body that is no gzip", packed("gzip").body("{}")));
  }

  private void expect(int status, String what, RequestSpecification request) {
    String path = operation.path().replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
    Response answer = request.request(operation.verb(), path);
    String said = what + ": " + answer.asString();
    assertEquals(status, answer.statusCode(), said);
    assertEquals("application/problem+json", answer.contentType().split(";", 2)[0], said);
  }

  private RequestSpecification packed(String how) {
    return request().header("Content-Encoding", how);
  }

  private RequestSpecification request() {
    return RestAssured.given()
        .header("Authorization", BadInputs.stranger(operation).bearer())
        .contentType("application/json");
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
