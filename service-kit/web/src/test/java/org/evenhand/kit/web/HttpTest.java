package org.evenhand.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class HttpTest {

  @Test
  void aDomainProblemNamesItsTypeItsPlaceAndWhatIsAllowed() {
    Door.manager()
        .header("X-Request-Id", "abcdefgh-1")
        .post("/v1/trials/" + Door.ID + "/opening")
        .then()
        .statusCode(409)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("X-Request-Id", "abcdefgh-1")
        .body("type", equalTo("http://localhost:8080/problems/trial-not-open"))
        .body("title", equalTo("The trial is not open"))
        .body("status", equalTo(409))
        .body("detail", equalTo("It is closed already."))
        .body("requestId", equalTo("abcdefgh-1"))
        .body("errors[0].pointer", equalTo("/state"))
        .body("allowed", equalTo(java.util.List.of("reopening")));
  }

  @Test
  void aRequestIdThatIsNotWellFormedIsReplaced() {
    String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{18,}";
    given().get("/q/health").then().header("X-Request-Id", matchesPattern(uuid));
    given()
        .header("X-Request-Id", "<script>alert(1)</script>")
        .get("/v1/trials")
        .then()
        .statusCode(401)
        .header("X-Request-Id", matchesPattern(uuid))
        .body("requestId", matchesPattern(uuid));
  }

  @Test
  void whatNobodyExpectedTellsNothing() {
    given()
        .get("/v1/trials/failure?how=sql")
        .then()
        .statusCode(500)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("http://localhost:8080/problems/internal-error"))
        .body(not(containsString("secret")))
        .body(not(containsString("Exception")));
  }

  @Test
  void aDependencyThatIsAwayIs503() {
    given()
        .get("/v1/trials/failure?how=away")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("type", equalTo("http://localhost:8080/problems/dependency-unavailable"))
        .body(not(containsString("5432")));
  }

  @Test
  void aProblemIsFoundInsideWhatWrapsIt() {
    given().get("/v1/trials/failure?how=nested").then().statusCode(409);
  }

  @Test
  void whatDoesNotExistIs404() {
    Door.employee().get("/v1/nothing").then().statusCode(404).contentType(ProblemBody.MEDIA_TYPE);
    Door.employee()
        .get("/nothing/at/all")
        .then()
        .statusCode(404)
        .contentType(ProblemBody.MEDIA_TYPE);
    Door.employee().get("/v1/trials/17").then().statusCode(404).contentType(ProblemBody.MEDIA_TYPE);
    Door.employee().get("/v1/trials/1-1-1-1-1").then().statusCode(404);
  }

  @Test
  void aMethodThatIsNotOfferedIs405WithAllow() {
    Door.manager()
        .delete("/v1/trials/" + Door.ID)
        .then()
        .statusCode(405)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("Allow", "GET, PATCH");
  }

  @Test
  void mediaTypesThatAreNotTakenOrOfferedAre415And406() {
    Door.manager()
        .contentType("text/csv")
        .body("a,b")
        .post("/v1/trials")
        .then()
        .statusCode(415)
        .contentType(ProblemBody.MEDIA_TYPE);
    Door.manager().header("Content-Type", "nonsense").post("/v1/trials").then().statusCode(415);
    Door.employee()
        .accept("image/png")
        .get("/v1/trials/" + Door.ID)
        .then()
        .statusCode(406)
        .contentType(ProblemBody.MEDIA_TYPE);
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          flag      | yes                  | must be true or false
          reference | 17                   | must be a UUID
          reference | 1-1-1-1-1            | must be a UUID
          level     | low                  | must be one of LOW, HIGH
          since     | yesterday            | must be a time in UTC
          day       | 2026-02-30           | must be a date
          day       | -0001-01-01          | must be a date
          least     | many                 | must be a whole number
          least     | 2                    | must be greater than or equal to 3
          limit     | 0                    | from 1 to 200
          limit     | 201                  | from 1 to 200
          limit     | ten                  | from 1 to 200
          cursor    | !!                   | is not a cursor
          cursor    | YWJj                 | is not a cursor
          """)
  void aParameterThatIsNotValidIsNamed(String name, String value, String detail) {
    Door.employee()
        .queryParam(name, value)
        .get("/v1/trials")
        .then()
        .statusCode(400)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("http://localhost:8080/problems/invalid-parameter"))
        .body("errors[0].parameter", equalTo(name))
        .body("errors[0].pointer", nullValue())
        .body("errors[0].detail", containsString(detail));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?limit=%00", "?cursor=%07", "?limit=%ED%A0%80", "?limit=%FF", "/%00", "/%C3"})
  void anAddressThatIsNoTextIsRefused(String rest) {
    Door.employee()
        .urlEncodingEnabled(false)
        .get("/v1/trials" + rest)
        .then()
        .statusCode(400)
        .contentType(ProblemBody.MEDIA_TYPE);
  }

  @Test
  void aTextInTheAddressIsReadAsOneInABody() {
    Door.employee()
        .urlEncodingEnabled(false)
        .get("/v1/trials/texts/%C2%A0Zoe%CC%88?text=%E2%80%8Be%CC%81+")
        .then()
        .statusCode(200)
        .body("inPath", equalTo("Zo\u00eb"))
        .body("inQuery", equalTo("\u00e9"));
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dry_run=true            | dry_run | known are cursor, day, flag, least, level, limit
          Flag=true               | Flag    | is not known here
          flag=                   | flag    | must not be empty
          cursor=                 | cursor  | must not be empty
          flag                    | flag    | must not be empty
          flag=true&flag=false    | flag    | must be given once
          limit=5&limit=5         | limit   | must be given once
          limit=5&limitt=7        | limitt  | is not known here
          """)
  void aParameterThatIsUnknownOrEmptyOrGivenTwiceIsRefused(
      String query, String name, String detail) {
    Door.employee()
        .get("/v1/trials?" + query)
        .then()
        .statusCode(400)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("http://localhost:8080/problems/invalid-parameter"))
        .body("errors[0].parameter", equalTo(name))
        .body("errors[0].detail", containsString(detail));
  }

  @Test
  void aParameterOfSeveralValuesIsGivenSeveralTimes() {
    Door.employee()
        .get("/v1/trials/words?word=one&word=two")
        .then()
        .statusCode(200)
        .body("$", contains("one", "two"));
    Door.employee()
        .get("/v1/trials/words?word=one&word=")
        .then()
        .statusCode(400)
        .body("errors[0].detail", containsString("must not be empty"));
  }

  @Test
  void whereNoParameterIsTakenNoneIsKnown() {
    Door.employee()
        .get("/v1/trials/me?a=1")
        .then()
        .statusCode(400)
        .body("errors[0].detail", equalTo("is not known here; none is"));
  }

  @Test
  void pagesLeadToTheEndAndNeverRepeat() {
    String next =
        Door.employee()
            .get("/v1/trials?limit=100")
            .then()
            .statusCode(200)
            .body("items", hasSize(100))
            .extract()
            .path("next");
    Door.employee()
        .queryParam("limit", 100)
        .queryParam("cursor", next)
        .get("/v1/trials")
        .then()
        .body("items", hasSize(20))
        .body("items[0]", equalTo(101))
        .body("next", nullValue());
  }

  @Test
  void aChangeNeedsThePresentETag() {
    patch(null, "{}").statusCode(428);
    patch("\"6\"", "{}").statusCode(412);
    patch("W/\"7\"", "{}").statusCode(412);
    patch("7", "{}").statusCode(400).body("errors[0].parameter", equalTo("If-Match"));
    patch("\"7\"", "{}").statusCode(200);
    patch("*", "{}").statusCode(200);
  }

  @Test
  void aMergePatchChangesWhatItNamesAndRemovesWhatIsNull() {
    patch("\"7\"", "{\"count\":4,\"flag\":null}")
        .statusCode(200)
        .body("count", equalTo(4))
        .body("name", equalTo("stored"))
        .body("flag", nullValue());
  }

  @Test
  void aMergePatchThatDoesNotFitIsRefused() {
    patch("\"7\"", "{\"colour\":null}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/colour"));
    patch("\"7\"", "{\"count\":null}").statusCode(400).body("errors[0].pointer", equalTo("/count"));
    patch("\"7\"", "{\"parts\":[{\"x\":1}]}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/parts/0/x"));
    patch("\"7\"", "[1]").statusCode(400);
  }

  private static io.restassured.response.ValidatableResponse patch(
      @org.jspecify.annotations.Nullable String ifMatch, String body) {
    var request = Door.manager().contentType("application/merge-patch+json").body(body);
    if (ifMatch != null) {
      request = request.header("If-Match", ifMatch);
    }
    return request.patch("/v1/trials/" + Door.ID).then();
  }
}
