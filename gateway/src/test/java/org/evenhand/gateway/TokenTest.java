package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class TokenTest {

  static List<String> refused() {
    return Tokens.forEmployee("E001", "employee").refused();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aTokenThatIsNotOursIs401(String authorization) {
    given()
        .header("Authorization", authorization)
        .get("/v1/reviews")
        .then()
        .statusCode(401)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .header("X-Request-Id", notNullValue())
        .body("type", equalTo("http://localhost:8080/problems/unauthenticated"))
        .body("requestId", notNullValue());
  }

  @Test
  void withoutATokenItIs401WhateverTheHeadersClaim() {
    given()
        .header("X-Forwarded-User", "E001")
        .header("X-Employee-Id", "E001")
        .header("X-Roles", "hr-lead")
        .get("/v1/reviews")
        .then()
        .statusCode(401)
        .contentType(ProblemBody.MEDIA_TYPE)
        .header("WWW-Authenticate", "Bearer");
  }
}
