package org.evenhand.kit.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
        .body("paths.'/v1/trials'.get.'x-roles'", equalTo(java.util.List.of("employee", "manager")))
        .body("paths.'/v1/trials'.get.description", containsString("Roles: employee, manager."))
        .body("paths.'/v1/trials/failure'.get", not(hasKey("x-roles")));
  }

  @Test
  void anOperationSaysItsProblems() {
    String problem = "#/components/responses/Problem";
    document()
        .body("paths.'/v1/trials'.post.responses.'400'.'$ref'", equalTo(problem + 400))
        .body("paths.'/v1/trials'.post.responses.'401'.'$ref'", equalTo(problem + 401))
        .body("paths.'/v1/trials'.post.responses.'403'.'$ref'", equalTo(problem + 403))
        .body("paths.'/v1/trials'.post.responses.'422'.'$ref'", equalTo(problem + 422))
        .body("paths.'/v1/trials'.post.responses.default.'$ref'", equalTo(problem))
        .body("paths.'/v1/trials'.get.responses", not(hasKey("409")))
        .body("paths.'/v1/trials'.get.responses.'404'.'$ref'", equalTo(problem + 404))
        .body("paths.'/v1/trials'.get.responses.'422'.'$ref'", equalTo(problem + 422))
        .body("paths.'/v1/trials'.get.responses", hasKey("200"))
        .body("paths.'/v1/trials'.get", not(hasKey("x-problems")))
        .body("paths.'/v1/trials/{id}'.get.responses.'404'.'$ref'", equalTo(problem + 404))
        .body("paths.'/v1/trials/{id}'.patch.responses.'412'.'$ref'", equalTo(problem + 412))
        .body("components.responses.Problem.headers", hasKey("Retry-After"))
        .body(
            "components.responses.Problem400.content.'application/problem+json'.schema.'$ref'",
            equalTo("#/components/schemas/Problem"));
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
