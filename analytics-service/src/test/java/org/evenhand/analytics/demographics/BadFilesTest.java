package org.evenhand.analytics.demographics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that can't be read is refused whole, and leaves nothing; a bad row is refused alone. */
@QuarkusTest
class BadFilesTest {

  private static final String HEADER = "externalId,dimension,value\n";

  private long declarations;
  private long imports;

  @BeforeEach
  void before() {
    declarations = Database.number("select count(*) from demographics.declaration");
    imports = Database.number("select count(*) from import");
  }

  @AfterEach
  void nothing_is_left() {
    assertEquals(declarations, Database.number("select count(*) from demographics.declaration"));
    assertEquals(imports, Database.number("select count(*) from import"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "externalId,dimension\nD1,religion\n",
        "externalId,dimension,dimension,value\nD1,religion,religion,None\n",
        "externalId,dimension,value,gender\nD1,religion,None,x\n",
        HEADER + "D1,religion,\"None\n",
        "\u0000\u0000"
      })
  void columns_and_quotes_have_to_be_right(String file) {
    refused("text/csv; charset=UTF-8", file.getBytes(UTF_8));
  }

  @Test
  void the_encoding_is_utf_8() {
    refused("text/csv; charset=UTF-8", (HEADER + "D1,religion,Mét\n").getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"externalId\":\"D1\",\"gender\":\"x\"}"})
  void a_line_of_ndjson_that_is_no_row_is_refused_alone(String line) {
    Api.as(Api.HRIS)
        .contentType("application/x-ndjson; charset=UTF-8")
        .body((line + "\n").getBytes(UTF_8))
        .post("/v1/demographics")
        .then()
        .statusCode(207)
        .body("refused", equalTo(1))
        .body("results[0].errors", not(empty()));
    imports++;
  }

  @Test
  void a_file_beyond_the_bound_is_not_taken_also_when_it_does_not_say_how_long_it_is() {
    byte[] beyond = (HEADER + "D1,religion,None\n".repeat(300_000)).getBytes(UTF_8);
    tooLarge(csv().body(beyond).post("/v1/demographics"));
    tooLarge(csv().body(new ByteArrayInputStream(beyond)).post("/v1/demographics"));
  }

  private static RequestSpecification csv() {
    return Api.as(Api.HRIS).contentType("text/csv; charset=UTF-8");
  }

  private static void tooLarge(Response answer) {
    answer.then().statusCode(413).body("type", endsWith("/body-too-large"));
  }

  private static void refused(String mediaType, byte[] file) {
    Api.as(Api.HRIS)
        .contentType(mediaType)
        .body(file)
        .post("/v1/demographics")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", not(empty()));
  }
}
