package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the profile {@code local} allows. */
@QuarkusTest
@TestProfile(LocalTest.Local.class)
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class LocalTest {

  public static final class Local implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "local";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5173",
        "http://localhost",
        "http://127.0.0.1:3000",
        "http://[::1]:4200"
      })
  void aUiOfThisMachineMayAskFromAnyPort(String origin) {
    preflight(origin).header("Access-Control-Allow-Origin", origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost.example.org:5173",
        "http://127a0b0c1:3000",
        "http://192.168.0.1:3000",
        "null"
      })
  void oneOfAnotherMachineMayNot(String origin) {
    preflight(origin).header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void kafkaIsOpenOnThisMachine() {
    try (Service ignored = Service.calibration()) {
      given()
          .get("/events/asyncapi.json")
          .then()
          .body("servers.kafka.host", equalTo("127.0.0.1:9092"))
          .body("servers.kafka.protocol", equalTo("kafka"))
          .body("servers.kafka", not(hasKey("security")));
    }
  }

  private static ValidatableResponse preflight(String origin) {
    return given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "GET")
        .options("/v1/reviews")
        .then();
  }
}
