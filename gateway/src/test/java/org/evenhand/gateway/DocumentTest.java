package org.evenhand.gateway;

import static org.evenhand.gateway.Http.get;
import static org.evenhand.gateway.Http.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How documents travel: small, and only to those who don't have them. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentTest {

  private static final String API = "/openapi.json";

  private Service calibration;

  @BeforeAll
  void allServices() {
    calibration = Service.calibration();
  }

  @AfterAll
  void end() {
    calibration.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {API, "/openapi.yaml", "/events/asyncapi.json", "/guides/events", "/"})
  void itIsCompressedForWhoTakesIt(String path) {
    HttpResponse<byte[]> plain = get(path);
    HttpResponse<byte[]> small = get(path, "Accept-Encoding", "br, gzip;q=0.8");

    assertFalse(plain.headers().firstValue("Content-Encoding").isPresent());
    assertEquals("gzip", header(small, "Content-Encoding"));
    assertTrue(small.body().length < plain.body().length);
    assertArrayEquals(plain.body(), Http.unzipped(small));
    assertTrue(small.headers().allValues("Vary").toString().contains("Accept-Encoding"));
    assertNotEquals(header(plain, "ETag"), header(small, "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0"})
  void itIsPlainForWhoDoesNotTakeGzip(String accepted) {
    assertFalse(
        get(API, "Accept-Encoding", accepted).headers().map().containsKey("content-encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {API, "/openapi.yaml", "/events/asyncapi.json", "/guides/events", "/"})
  void whoHasItGets304(String path) {
    String tag = header(get(path), "ETag");
    String gzipped = header(get(path, "Accept-Encoding", "gzip"), "ETag");

    HttpResponse<byte[]> known = get(path, "If-None-Match", "\"other\", W/" + tag);
    assertEquals(304, known.statusCode());
    assertEquals(0, known.body().length);
    assertEquals(tag, header(known, "ETag"));
    assertEquals(304, get(path, "If-None-Match", "*").statusCode());
    assertEquals(304, get(path, "If-None-Match", gzipped, "Accept-Encoding", "gzip").statusCode());
  }

  @Test
  void whoHasAnotherGetsThisOne() {
    assertEquals(200, get(API, "If-None-Match", "\"other\"").statusCode());
    String gzipped = header(get(API, "Accept-Encoding", "gzip"), "ETag");
    assertEquals(200, get(API, "If-None-Match", gzipped).statusCode());
  }

  @Test
  void itsHeadIsThatOfTheAnswer() {
    HttpResponse<byte[]> whole = get(API);
    HttpResponse<byte[]> head = Http.send("HEAD", API);

    assertEquals(200, head.statusCode());
    assertEquals(header(whole, "ETag"), header(head, "ETag"));
    assertEquals(header(whole, "Content-Length"), header(head, "Content-Length"));
  }
}
