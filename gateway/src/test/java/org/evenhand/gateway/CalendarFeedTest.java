package org.evenhand.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** A feed, as a calendar client reads it: without a token, by its secret. */
@QuarkusTest
@QuarkusTestResource(ServicesResource.class)
@QuarkusTestResource(TokenResource.class)
class CalendarFeedTest {

  private static final String FEED = "/calendar/" + Service.FEED_SECRET + ".ics";

  @Test
  void aFeedHasTheDatesOfAllServices() {
    try (Service calibration = Service.calibration()) {
      Response feed = given().get(FEED);
      feed.then()
          .statusCode(200)
          .header("Content-Type", "text/calendar; charset=utf-8")
          .header("Cache-Control", "private, no-cache")
          .body(startsWith("BEGIN:VCALENDAR\r\n"));
      for (String name : new String[] {"Policy", "Review", "Calibration", "Analytics"}) {
        feed.then().body(containsString("SUMMARY:" + name + " date\r\n"));
      }
    }
  }

  @Test
  void whoHasTheSameAlreadyGetsItNotAgain() {
    try (Service calibration = Service.calibration()) {
      String tag = given().get(FEED).then().statusCode(200).extract().header("ETag");
      given().header("If-None-Match", tag).get(FEED).then().statusCode(304);
      given().header("If-None-Match", "\"other\"").get(FEED).then().statusCode(200);
      given().head(FEED).then().statusCode(200).header("ETag", tag);
    }
  }

  @Test
  void aFeedIsWholeOrComesLater() {
    given()
        .get(FEED)
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("1"))
        .body("detail", containsString("calibration"))
        .body(not(containsString("VCALENDAR")));
  }

  @Test
  void whatOpensNothingIsToldInOneWay() {
    String unknown = told("/calendar/" + "A".repeat(43) + ".ics");
    assertEquals(unknown, told("/calendar/short.ics"));
    assertEquals(unknown, told("/calendar/" + Service.FEED_SECRET));
    assertEquals(unknown, told("/calendar/" + Service.FEED_SECRET + ".ics.ics"));
    assertEquals(unknown, told("/calendar/"));
  }

  private static String told(String path) {
    return given()
        .get(path)
        .then()
        .statusCode(404)
        .body(not(containsString(Service.FEED_SECRET)))
        .extract()
        .asString()
        .replaceAll("\"requestId\":\"[^\"]*\"", "");
  }
}
