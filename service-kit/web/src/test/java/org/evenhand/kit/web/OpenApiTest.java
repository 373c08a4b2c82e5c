package org.evenhand.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class OpenApiTest {

  @Test
  void theDocumentIs31WithTheBearerScheme() {
    document()
        .body("openapi", startsWith("3.1"))
        .body("components.securitySchemes.bearer.type", equalTo("http"))
        .body("components.securitySchemes.bearer.scheme", equalTo("bearer"));
  }

  @Test
  void anOperationSaysItsRoles() {
    document()
        .body("paths.'/v1/trials'.get.'x-roles'", equalTo(List.of("employee", "manager")))
        .body("paths.'/v1/trials'.get.description", containsString("Roles: employee, manager."))
        .body("paths.'/v1/trials/failure'.get", not(hasKey("x-roles")));
  }

  @Test
  void anOperationSaysItsProblems() {
    String posted = "paths.'/v1/trials'.post.responses.";
    String listed = "paths.'/v1/trials'.get.responses.";
    String codes = ".content.'application/problem+json'.schema.allOf[1].properties.code.'enum'";
    String component = "#/components/responses/";
    document()
        .body(posted + "'400'" + codes, equalTo(List.of("INVALID_PARAMETER", "MALFORMED_REQUEST")))
        .body(posted + "'401'.'$ref'", equalTo(component + "Unauthenticated"))
        .body(posted + "'403'" + codes, equalTo(List.of("EMPLOYEE_UNKNOWN", "FORBIDDEN")))
        .body(posted + "'422'" + codes, equalTo(List.of("IDEMPOTENCY_KEY_REUSED", "RULE_VIOLATED")))
        .body(posted + "default.'$ref'", equalTo(component + "Problem"))
        .body("paths.'/v1/trials'.get.responses", not(hasKey("409")))
        .body(listed + "'404'.'$ref'", equalTo(component + "NotFound"))
        .body(listed + "'422'.'$ref'", equalTo(component + "RuleViolated"))
        .body("paths.'/v1/trials'.get.responses", hasKey("200"))
        .body("paths.'/v1/trials'.get", not(hasKey("x-problems")))
        .body(
            "paths.'/v1/trials/{id}'.patch.responses.'412'.'$ref'",
            equalTo(component + "PreconditionFailed"))
        .body("components.responses.TooManyRequests.headers", hasKey("Retry-After"))
        .body("components.responses.Problem503.headers", hasKey("Retry-After"))
        .body("x-problem-types.code", hasItems("TRIAL_NOT_OPEN", "NOT_FOUND"));
  }

  @Test
  void headersOfTheSuiteAreExplained() {
    document()
        .body(
            "paths.'/v1/trials'.post.parameters.find { it.name == 'Idempotency-Key' }.description",
            containsString("first answer"))
        .body(
            "paths.'/v1/trials/{id}'.patch.parameters.find { it.name == 'If-Match' }.description",
            containsString("ETag"))
        .body(
            "paths.'/v1/trials'.get.parameters.find { it.name == 'limit' }.schema.maximum",
            equalTo(200));
  }

  @Test
  void whatIsAnsweredIsWhatIsDocumented() {
    Door.employee().get("/v1/trials?limit=2").then().statusCode(200);
    Door.employee().get("/v1/trials?limit=x").then().statusCode(400);
    Door.employee().get("/v1/trials/17").then().statusCode(404);
    given().get("/v1/trials").then().statusCode(401);
    Door.manager()
        .contentType("application/json")
        .body("{\"name\":\"a\",\"level\":\"LOW\",\"count\":1}")
        .post("/v1/trials")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse document() {
    return given().get("/q/openapi?format=json").then().statusCode(200);
  }
}
