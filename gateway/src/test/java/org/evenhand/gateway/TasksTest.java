package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class TasksTest {

  @Test
  void allServicesAreAskedWithTheCallersOwnToken() {
    try (Service calibration = Service.calibration()) {
      asMay()
          .get("/v1/tasks?kind=REVIEW")
          .then()
          .statusCode(200)
          .body("items.kind", contains("analytics", "calibration", "policy", "review"))
          .body("items.token", everyItem(startsWith("Bearer ")))
          .body("items.asked", everyItem(equalTo("kind=REVIEW")))
          .body("missing.size()", equalTo(0));
    }
  }

  @Test
  void whatOthersOweAndTheCallerMayProposeToWaiveIsMergedAsTheirOwnTasksAre() {
    asMay()
        .get("/v1/tasks?waivable=true&limit=2")
        .then()
        .statusCode(200)
        .body("items.asked", everyItem(equalTo("waivable=true&limit=2")))
        .body("items.kind", contains("analytics", "policy"))
        .body("missing", contains("calibration"));
  }

  @Test
  void aServiceThatIsAwayIsNamedAndTheOthersTasksAreShown() {
    asMay()
        .get("/v1/tasks")
        .then()
        .statusCode(200)
        .body("items.kind", contains("analytics", "policy", "review"))
        .body("missing", contains("calibration"));
  }

  @Test
  void whatIsWrongWithTheRequestIsSaidAsAServiceSaysIt() {
    asMay().get("/v1/tasks?how=early").then().statusCode(403).body(equalTo("no"));
    given().get("/v1/tasks").then().statusCode(401);
    asMay().post("/v1/tasks").then().statusCode(405);
    asMay().get("/v1/tasks/1").then().statusCode(404);
  }

  @Test
  void aServiceThatSaysNothingReadableIsAsGoodAsAway() {
    asMay()
        .get("/v1/tasks?how=unreadable&only=review")
        .then()
        .statusCode(200)
        .body("items.kind", contains("analytics", "policy"))
        .body("missing", containsInAnyOrder("calibration", "review"));
    asMay()
        .get("/v1/tasks?how=unreadable")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("DEPENDENCY_UNAVAILABLE"));
  }

  private static RequestSpecification asMay() {
    return given().header("Authorization", Tokens.forEmployee("may", "employee").bearer());
  }
}
