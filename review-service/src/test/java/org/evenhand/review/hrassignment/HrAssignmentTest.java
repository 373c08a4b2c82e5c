package org.evenhand.review.hrassignment;

import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HrAssignmentTest {

  @BeforeEach
  void company() {
    takeIn(
        hire("Q1", "", "q-board"),
        hire("Q2", "Q1", "q-hr"),
        hire("Q3", "Q1", "q-care"),
        hire("Q4", "Q1", "q-told"));
  }

  @Test
  void opensAUnitFromTheFirstDayToTheLast() {
    assign("Q2", unit("q-care", "2020-01-01", "2020-12-31")).then().statusCode(200);
    asEmployee("Q2", "employee", "hr").get("/v1/employees?q=Q3").then().body("items", empty());

    assign("Q2", unit("q-care", "2021-01-01", null)).then().statusCode(200);
    asEmployee("Q2", "employee", "hr")
        .get("/v1/employees?q=Q3")
        .then()
        .body("items.externalId", contains("Q3"));
    asEmployee("Q2", "employee", "hr").get("/v1/me").then().body("hrUnits", contains("q-care"));
  }

  @Test
  void tellsTheOtherServicesWhomTheyServe() {
    Response assigned = assign("Q3", unit("q-told", "2021-01-01", "2031-12-31"));
    String id = assigned.path("employeeId");

    var events =
        Events.ofTest()
            .await(
                "evenhand.internal.directory",
                1,
                event -> event.key().equals(id) && event.value().contains("q-told"));
    EventSchemas.check(events.get(0));
  }

  @Test
  void needsTheVersionThatWasRead() {
    var without =
        asEmployee("Q1", "hr-lead").contentType("application/json").body("{\"orgUnits\": []}");
    without.put("/v1/hr-assignments/Q2").then().statusCode(428);
    asEmployee("Q1", "hr-lead")
        .contentType("application/json")
        .header("If-Match", "\"999\"")
        .body("{\"orgUnits\": []}")
        .put("/v1/hr-assignments/Q2")
        .then()
        .statusCode(412);
  }

  @Test
  void refusesPeriodsThatDoNotFit() {
    assign("Q2", unit("q-care", "2021-01-01", "2020-01-01"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/orgUnits/0/to"));
    assign("Q2", unit("q-care", "2021-01-01", null), unit("q-care", "2025-01-01", null))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/orgUnits/1"));
  }

  @Test
  void refusesAUnitThatDoesNotExist() {
    assign("Q2", unit("q-care", "2021-01-01", null), unit("q-nowhere", "2021-01-01", null))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/orgUnits/1/orgUnit"));
  }

  @Test
  void namesWhatItCannotRead() {
    assign("Q2", "{\"orgUnit\": \"\", \"from\": \"2021-01-01\"}").then().statusCode(400);
    assign("Q2", "{\"orgUnit\": \"q\", \"from\": \"2021-13-01\"}").then().statusCode(400);
    assign("Q2", "{\"orgUnit\": \"q\", \"since\": \"2021-01-01\"}").then().statusCode(400);
    asEmployee("Q1", "hr-lead")
        .get("/v1/hr-assignments/nobody")
        .then()
        .statusCode(404)
        .body("type", equalTo("http://localhost:8080/problems/not-found"));
  }

  private static Response assign(String externalId, String... units) {
    String path = "/v1/hr-assignments/" + externalId;
    return asEmployee("Q1", "hr-lead")
        .contentType("application/json")
        .header("If-Match", asEmployee("Q1", "hr-lead").get(path).header("ETag"))
        .body("{\"orgUnits\": [" + String.join(",", List.of(units)) + "]}")
        .put(path);
  }

  private static String unit(String orgUnit, String from, String to) {
    return to == null
        ? "{\"orgUnit\": \"%s\", \"from\": \"%s\"}".formatted(orgUnit, from)
        : "{\"orgUnit\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(orgUnit, from, to);
  }
}
