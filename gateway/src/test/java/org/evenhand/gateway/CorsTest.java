package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class CorsTest {

  private static final String UI = "https://ui.example.org";

  @Test
  void aConfiguredUiMayAskWithItsHeaders() {
    given()
        .header("Origin", UI)
        .header("Access-Control-Request-Method", "PATCH")
        .header(
            "Access-Control-Request-Headers",
            "authorization,content-type,if-match,idempotency-key,traceparent,tracestate")
        .options("/v1/reviews/1")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", UI)
        .header("Access-Control-Allow-Methods", containsString("PATCH"))
        .header(
            "Access-Control-Allow-Headers",
            allOf(
                containsString("Authorization"),
                containsString("Content-Type"),
                containsString("If-Match"),
                containsString("Idempotency-Key"),
                containsString("traceparent"),
                containsString("tracestate")));
  }

  @Test
  void itsAnswersShowWhatAUiNeeds() {
    given()
        .header("Origin", UI)
        .header("Authorization", Tokens.forEmployee("E001", "employee").bearer())
        .get("/v1/reviews")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", UI)
        .header(
            "Access-Control-Expose-Headers",
            allOf(
                containsString("ETag"),
                containsString("Location"),
                containsString("Retry-After"),
                containsString("RateLimit"),
                containsString("RateLimit-Policy"),
                containsString("X-Request-Id")));
  }

  @Test
  void anotherOriginMayNotAsk() {
    given()
        .header("Origin", "https://evil.example.org")
        .header("Access-Control-Request-Method", "GET")
        .options("/v1/reviews")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://evil.example.org")
        .header("Authorization", Tokens.forEmployee("E001", "employee").bearer())
        .get("/v1/reviews")
        .then()
        .statusCode(403)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("X-Request-Id", notNullValue())
        .body("requestId", notNullValue());
  }
}
