package org.evenhand.kit.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.evenhand.kit.data.testapp.Everybody;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class KnownCallerTest {

  @Test
  void whoHasLeftMakesNothingAndSendsNoFile() {
    thing(Everybody.LEAVER, "{\"name\":\"left\",\"slowMillis\":0}")
        .post("/v1/things")
        .then()
        .statusCode(403)
        .body("type", endsWith("/employee-unknown"));
  }

  @Test
  void whatIsMalformedIsSoForEverybody() {
    thing(Everybody.LEAVER, "{").post("/v1/things").then().statusCode(400);
  }

  private static RequestSpecification thing(String employee, String body) {
    return given()
        .header("Authorization", Tokens.forEmployee(employee, "employee").bearer())
        .contentType("application/json")
        .body(body);
  }
}
