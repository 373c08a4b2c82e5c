package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class CatalogueTest {

  @Test
  void oneDocumentHoldsAllThatIsRouted() {
    try (Service ignored = calibration()) {
      given()
          .get("/openapi.json")
          .then()
          .statusCode(200)
          .contentType("application/json")
          .body("openapi", equalTo("3.1.0"))
          .body("info.title", equalTo("Evenhand"))
          .body("paths", aMapWithSize(4))
          .body("paths", hasKey("/v1/calibration-sessions"))
          .body("tags.name", hasItems("analytics", "calibration", "policy", "review"))
          .body("components.securitySchemes", hasKey("bearer"));
    }
  }

  @Test
  void whatIsInternalIsNotInTheDocument() {
    try (Service ignored = calibration()) {
      given()
          .get("/openapi.json")
          .then()
          .body("paths", not(hasKey("/internal/v1/things")))
          .body("components.schemas", not(hasKey("Hidden")));
    }
  }

  @Test
  void oneNameForTwoThingsIsToldApart() {
    String view = ".get.responses.'200'.content.'application/json'.schema.'$ref'";
    String schemas = "#/components/schemas/";
    try (Service ignored = calibration()) {
      given()
          .get("/openapi.json")
          .then()
          .body("components.schemas.State.enum", equalTo(java.util.List.of("policy")))
          .body("components.schemas.ReviewState.enum", equalTo(java.util.List.of("review")))
          .body("components.schemas.ReviewView.'$ref'", equalTo(schemas + "ReviewState"))
          .body("paths.'/v1/policies'" + view, equalTo(schemas + "View"))
          .body("paths.'/v1/reviews'" + view, equalTo(schemas + "ReviewView"))
          .body("components.schemas", not(hasKey("ReviewProblem")))
          .body("paths.'/v1/policies'.get.operationId", equalTo("list"))
          .body("paths.'/v1/reviews'.get.operationId", not(equalTo("list")));
    }
  }

  @Test
  void aServiceThatIsAwayIsNamedAndNoHalfDocumentIsGiven() {
    for (String path : new String[] {"/openapi.json", "/events/asyncapi.json"}) {
      given()
          .get(path)
          .then()
          .statusCode(503)
          .contentType(ProblemBody.MEDIA_TYPE)
          .body("detail", containsString("calibration"))
          .body("detail", not(containsString("localhost")));
    }
  }

  @Test
  void oneCatalogueHoldsAllEvents() {
    try (Service ignored = calibration()) {
      given()
          .get("/events/asyncapi.json")
          .then()
          .statusCode(200)
          .body("asyncapi", equalTo("3.0.0"))
          .body("channels", aMapWithSize(6))
          .body("channels.ReviewShared.title", equalTo("review"))
          .body("channels.review.address", equalTo("evenhand.review"))
          .body("operations.publish.channel.'$ref'", equalTo("#/channels/policy"))
          .body(
              "operations.ReviewPublish.messages[0].'$ref'",
              equalTo("#/channels/ReviewShared/messages/m"))
          .body("operations.ReviewPublish.channel.'$ref'", equalTo("#/channels/review"));
    }
  }

  @Test
  void aSchemaComesFromWhoProducesTheEvent() {
    given()
        .get("/events/schemas/org.evenhand.review.opened.v1.json")
        .then()
        .statusCode(200)
        .body("title", equalTo("review"));
    given()
        .get("/events/schemas/org.evenhand.calibration.opened.v1.json")
        .then()
        .statusCode(503)
        .contentType(ProblemBody.MEDIA_TYPE);
    try (Service ignored = calibration()) {
      given().get("/events/schemas/org.evenhand.nothing.v1.json").then().statusCode(404);
      given().get("/events/schemas/org.evenhand.calibration.opened.v1.json").then().statusCode(200);
    }
  }

  @Test
  void aConsumerIsShownAsItsProducerTestsIt() {
    given()
        .get("/events/consumers/Reader.java")
        .then()
        .statusCode(200)
        .contentType("text/plain; charset=UTF-8")
        .body(equalTo("class Reader {}"));
  }

  @Test
  void healthSaysUpOrDownAndNoMore() {
    given()
        .get("/health")
        .then()
        .statusCode(503)
        .body("status", equalTo("DOWN"))
        .body("services.calibration", equalTo("DOWN"))
        .body("services.review", equalTo("UP"))
        .body(not(containsString("localhost")))
        .body(not(containsString(Service.SECRET)));
    try (Service ignored = calibration()) {
      given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
    }
  }

  @Test
  void swaggerShowsTheDocument() {
    given().get("/docs").then().statusCode(200);
    given().get("/docs/").then().statusCode(200).body(containsString("/openapi.json"));
  }

  private static Service calibration() {
    String url = ConfigProvider.getConfig().getValue("evenhand.calibration.url", String.class);
    return new Service("calibration", java.net.URI.create(url).getPort());
  }
}
