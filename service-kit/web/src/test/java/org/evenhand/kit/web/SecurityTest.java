package org.evenhand.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.evenhand.kit.web.security.Roles;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class SecurityTest {

  private static final Tokens TOKEN = Tokens.forEmployee("E001", Roles.EMPLOYEE);

  @Test
  void aCallerIsWhoTheTokenSays() {
    Door.employee()
        .get("/v1/trials/me")
        .then()
        .statusCode(200)
        .body("subject", equalTo("person-E001"))
        .body("client", equalTo("evenhand-ui"))
        .body("employee", equalTo("E001"))
        .body("roles", contains("employee"));
  }

  @Test
  void aSystemHasNoEmployee() {
    Door.hris().get("/v1/trials/me").then().statusCode(200).body("employee", equalTo("none"));
  }

  @Test
  void identityHeadersOfAClientCountForNothing() {
    given()
        .header("X-Forwarded-User", "E001")
        .header("X-Employee-Id", "E001")
        .header("X-Roles", "employee")
        .get("/v1/trials/me")
        .then()
        .statusCode(401);
  }

  @Test
  void withoutATokenItIs401() {
    unauthenticated(given().get("/v1/trials").then()).header("WWW-Authenticate", "Bearer");
  }

  @Test
  void aTokenThatIsNotOursIs401() {
    refused(TOKEN.expired().bearer());
    refused(TOKEN.foreignIssuer().bearer());
    refused(TOKEN.wrongAudience().bearer());
    refused(TOKEN.foreignKeySigned().bearer());
    refused(TOKEN.unsignedBearer());
    refused("Bearer nonsense");
    refused("Bearer ");
  }

  @Test
  void aRoleThatDoesNotOpenTheDoorIs403() {
    Door.employee()
        .contentType("application/json")
        .body("{}")
        .post("/v1/trials")
        .then()
        .statusCode(403)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("http://localhost:8080/problems/forbidden"))
        .body("requestId", notNullValue());
  }

  @Test
  void anOperationWithoutADeclaredPermissionIsClosed() {
    Door.manager().get("/v1/trials/undeclared").then().statusCode(403);
    given().get("/v1/trials/undeclared").then().statusCode(401);
  }

  @Test
  void whoMayNotEnterLearnsNothingOfMediaTypesAndBounds() {
    given().contentType("text/csv").body("a").post("/v1/trials").then().statusCode(401);
    Door.employee().contentType("text/csv").body("a").post("/v1/trials").then().statusCode(403);
    Door.employee().accept("image/png").post("/v1/trials").then().statusCode(403);
    Door.employee()
        .contentType("application/json")
        .body("x".repeat(2 * 1024 * 1024))
        .post("/v1/trials")
        .then()
        .statusCode(403);
    Door.employee()
        .contentType("application/json")
        .body("{")
        .post("/v1/trials")
        .then()
        .statusCode(403);
  }

  @Test
  void healthAndDocumentNeedNoToken() {
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  private static void refused(String authorization) {
    unauthenticated(given().header("Authorization", authorization).get("/v1/trials").then())
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  private static ValidatableResponse unauthenticated(ValidatableResponse response) {
    return response
        .statusCode(401)
        .contentType(ProblemBody.MEDIA_TYPE)
        .body("type", equalTo("http://localhost:8080/problems/unauthenticated"))
        .body("detail", not(equalTo("")))
        .body("requestId", notNullValue());
  }
}
