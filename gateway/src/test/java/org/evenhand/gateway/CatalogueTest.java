package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.answer.ProblemBody;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class CatalogueTest {

  @Test
  void oneDocumentHoldsAllThatIsRouted() {
    try (Service ignored = Service.calibration()) {
      given()
          .get("/openapi.json")
          .then()
          .statusCode(200)
          .contentType("application/json")
          .body("openapi", equalTo("3.1.0"))
          .body("info.title", equalTo("Evenhand"))
          .body("paths", aMapWithSize(5))
          .body("paths", hasKey("/v1/events"))
          .body("paths", hasKey("/v1/calibration-sessions"))
          .body("tags.name", hasItems("analytics", "calibration", "policy", "review"))
          .body("components.securitySchemes", hasKey("bearer"));
    }
  }

  @Test
  void whatIsInternalIsNotInTheDocument() {
    try (Service ignored = Service.calibration()) {
      given()
          .get("/openapi.json")
          .then()
          .body("paths", not(hasKey("/internal/v1/things")))
          .body("components.schemas", not(hasKey("Hidden")))
          .body(not(containsString("/internal/")));
      given()
          .get("/events/asyncapi.json")
          .then()
          .body("operations", not(hasKey("among")))
          .body("components", not(hasKey("messages")))
          .body(not(containsString("evenhand.internal")));
    }
  }

  @Test
  void bothDocumentsSayWhomTheyAreForAndWhomToAsk() {
    try (Service ignored = Service.calibration()) {
      for (String path : new String[] {"/openapi.json", "/events/asyncapi.json"}) {
        given()
            .get(path)
            .then()
            .body("info.version", not(emptyString()))
            .body("info.contact.name", equalTo("People Systems"))
            .body("info.contact.email", equalTo("people-systems@example.org"))
            .body("info.contact.url", equalTo("http://localhost:8080"))
            .body("info.license.name", equalTo("Apache-2.0"))
            .body("info.'x-audience'", equalTo("external-partner"));
      }
    }
  }

  @Test
  void theDocumentInYamlSaysTheSame() throws IOException {
    try (Service ignored = Service.calibration()) {
      String json = given().get("/openapi.json").asString();
      String yaml =
          given()
              .get("/openapi.yaml")
              .then()
              .statusCode(200)
              .contentType("application/yaml")
              .extract()
              .asString();
      assertEquals(new ObjectMapper().readTree(json), new YAMLMapper().readTree(yaml));
    }
  }

  @Test
  void aPersonMaySignInWhereverATokenIsDemanded() {
    try (Service ignored = Service.calibration()) {
      given()
          .get("/openapi.json")
          .then()
          .body("components.securitySchemes.signIn.type", equalTo("oauth2"))
          .body(
              "components.securitySchemes.signIn.flows.authorizationCode.authorizationUrl",
              equalTo(Tokens.ISSUER + "/protocol/openid-connect/auth"))
          .body(
              "info.description", containsString(Tokens.ISSUER + "/protocol/openid-connect/token"))
          .body(
              "paths.'/v1/reviews'.get.security*.keySet().flatten()", hasItems("bearer", "signIn"));
    }
  }

  @Test
  void theCatalogueSaysWhereKafkaIsAndHowToSignIn() {
    try (Service ignored = Service.calibration()) {
      given()
          .get("/events/asyncapi.json")
          .then()
          .body("servers.kafka.host", equalTo("kafka.example.org:9093"))
          .body("servers.kafka.protocol", equalTo("kafka-secure"))
          .body("servers.kafka.description", containsString("groups whose names"))
          .body("servers.kafka.security[0].'$ref'", endsWith("/securitySchemes/kafka"))
          .body("components.securitySchemes.kafka.type", equalTo("scramSha512"));
    }
  }

  @Test
  void theCatalogueSaysWhatCostsConsumersHours() {
    try (Service ignored = Service.calibration()) {
      given()
          .get("/events/asyncapi.json")
          .then()
          .body("info.description", containsString("offsets have gaps"))
          .body("info.description", containsString("isolation.level=read_committed"))
          .body("info.description", containsString("librdkafka from 1.8.2"))
          .body("info.description", containsString("id and externalId of GET /v1/employees"))
          .body("info.description", containsString("/guides/events"));
    }
  }

  @Test
  void oneNameForTwoThingsIsToldApart() {
    String view = ".get.responses.'200'.content.'application/json'.schema.'$ref'";
    String schemas = "#/components/schemas/";
    try (Service ignored = Service.calibration()) {
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
    try (Service ignored = Service.calibration()) {
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
    try (Service ignored = Service.calibration()) {
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
    try (Service ignored = Service.calibration()) {
      given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
    }
  }

  @Test
  void swaggerShowsTheDocument() {
    given().get("/docs").then().statusCode(200);
    given().get("/docs/").then().statusCode(200).body(containsString("/openapi.json"));
  }

  @Test
  void swaggerSignsInWithPkce() {
    given()
        .get("/docs/")
        .then()
        .body(containsString("clientId: 'evenhand-ui'"))
        .body(containsString("usePkceWithAuthorizationCodeGrant: true"))
        .body(containsString("\"/docs/oauth2-redirect.html\""));
    given().get("/docs/oauth2-redirect.html").then().statusCode(200);
  }
}
