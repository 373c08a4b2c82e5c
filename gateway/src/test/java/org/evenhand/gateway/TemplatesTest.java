package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class TemplatesTest {

  @Test
  void onlyTheServicesThatHaveTemplatesAreAskedInTheCallersLanguage() {
    asAnna()
        .header("Accept-Language", "de-AT, en;q=0.5")
        .get("/v1/templates?limit=5")
        .then()
        .statusCode(200)
        .header("Content-Language", "de-AT, en;q=0.5")
        .header("Vary", "Accept-Language")
        .body("items.key", contains("review", "policy"))
        .body("items.language", everyItem(equalTo("de-AT, en;q=0.5")))
        .body("items.asked", everyItem(equalTo("limit=5")))
        .body("missing", contains("calibration"));
  }

  @Test
  void whatIsWrongWithTheRequestIsSaidAsAServiceSaysIt() {
    asAnna().get("/v1/templates?how=early").then().statusCode(403).body(equalTo("no"));
    given().get("/v1/templates").then().statusCode(401);
    asAnna().post("/v1/templates").then().statusCode(405);
  }

  private static RequestSpecification asAnna() {
    return given().header("Authorization", Tokens.forEmployee("anna", "employee", "hr").bearer());
  }
}
