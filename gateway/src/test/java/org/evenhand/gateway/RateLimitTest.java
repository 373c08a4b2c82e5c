package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(RateLimitTest.Slow.class)
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class RateLimitTest {

  /** Three at once, refilled so slowly that the tests don't notice. */
  public static final class Slow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "evenhand.gateway.rates.caller.burst", "3",
          "evenhand.gateway.rates.caller.per-second", "1",
          "evenhand.gateway.rates.address.burst", "3",
          "evenhand.gateway.rates.address.per-second", "1");
    }
  }

  @Test
  void oneRequestTooManyIs429AndSaysWhenToComeBack() {
    Tokens caller = Tokens.forEmployee("E100", "employee");
    ask(caller).statusCode(200).header("RateLimit-Policy", "\"caller\";q=3;w=3");
    ValidatableResponse last = ask(caller);
    for (int i = 0; i < 10 && last.extract().statusCode() == 200; i++) {
      last.header("RateLimit", matchesPattern("\"caller\";r=\\d;t=\\d"))
          .header("Retry-After", nullValue());
      last = ask(caller);
    }
    last.statusCode(429)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("Retry-After", matchesPattern("[1-3]"))
        .header("RateLimit", matchesPattern("\"caller\";r=0;t=\\d"))
        .body("type", equalTo("http://localhost:8080/problems/too-many-requests"));
  }

  @Test
  void anotherCallerOfTheSameUiIsNotHeldUp() {
    Tokens busy = Tokens.forEmployee("E200", "employee");
    for (int i = 0; i < 6; i++) {
      ask(busy);
    }
    ask(Tokens.forEmployee("E201", "employee")).statusCode(200);
  }

  @Test
  void anAddressWithoutATokenIsBoundedToo() {
    int status = 401;
    for (int i = 0; i < 20 && status == 401; i++) {
      status = given().get("/v1/reviews").statusCode();
    }
    org.junit.jupiter.api.Assertions.assertEquals(429, status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health", "/docs/", "/openapi.json", "/events/asyncapi.json", "/nothing", "/q/x"})
  void nothingIsOpenWithoutBound(String path) {
    assertBounded(() -> given().get(path));
  }

  @Test
  void tokensThatAreNotOursAreBoundedByAddress() {
    assertBounded(() -> given().header("Authorization", "Bearer a.b.c").get("/v1/reviews"));
    assertBounded(() -> given().header("Authorization", "Basic YTpi").get("/v1/reviews"));
  }

  @Test
  void aBadNeighbourTakesNothingFromACaller() {
    assertBounded(() -> given().header("Authorization", "Bearer a.b.c").get("/v1/reviews"));
    ask(Tokens.forEmployee("E300", "employee")).statusCode(200);
  }

  private static void assertBounded(Supplier<Response> request) {
    Response last = request.get();
    for (int i = 0; i < 30 && last.statusCode() != 429; i++) {
      last = request.get();
    }
    last.then()
        .statusCode(429)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("X-Request-Id", notNullValue())
        .header("Retry-After", notNullValue());
  }

  private static ValidatableResponse ask(Tokens caller) {
    return given().header("Authorization", caller.bearer()).get("/v1/reviews").then();
  }
}
