package org.evenhand.review.directory.reading;

import static org.evenhand.review.Hris.as;
import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P1 leads P2 and P6 (HR); P2 leads P3 and P4; P5 leads nobody. Units: board, sales, hr. */
@QuarkusTest
class EmployeeAccessTest {

  @BeforeEach
  void company() {
    takeIn(
        hire("P1", "", "p-board"),
        hire("P2", "P1", "p-sales"),
        hire("P3", "P2", "p-sales"),
        hire("P4", "P2", "p-sales"),
        hire("P5", "", "p-board"),
        hire("P6", "P1", "p-hr"),
        hire("P7", "P6", "p-hr"));
    Hris.assignHr("P5", "P6", "p-sales", "p-hr", "p-board");
  }

  @Test
  void showsAnEmployeeThemselfAndTheirManagersAsCards() {
    asEmployee("P3", "employee")
        .get("/v1/employees?q=P")
        .then()
        .statusCode(200)
        .body("items.externalId", contains("P1", "P2", "P3"))
        .body("items[1].familyName", equalTo("Family"))
        .body("items[1].email", nullValue())
        .body("items[1].assignments", nullValue())
        .body("items[2].email", notNullValue());
  }

  @Test
  void showsAManagerEverybodyBelow() {
    asEmployee("P1", "employee", "manager")
        .get("/v1/employees?q=P")
        .then()
        .body("items.externalId", contains("P1", "P2", "P3", "P4", "P6", "P7"));
  }

  @Test
  void keepsTheManagersDoorShutWithoutTheRole() {
    asEmployee("P2", "employee")
        .get("/v1/employees?q=P")
        .then()
        .body("items.externalId", contains("P1", "P2"));
  }

  @Test
  void showsHrTheUnitsThatTheyServeButNotTheirOwnChain() {
    asEmployee("P6", "employee", "hr")
        .get("/v1/employees?q=P")
        .then()
        .body("items.externalId", contains("P1", "P2", "P3", "P4", "P5", "P6"))
        .body("items[0].status", nullValue())
        .body("items[1].status", equalTo("ACTIVE"));
  }

  @Test
  void showsTheHrLeadEverybodyButTheirOwnChain() {
    asEmployee("P6", "employee", "hr-lead")
        .get("/v1/employees?q=P")
        .then()
        .body("items.externalId", not(hasItems("P7")))
        .body("items.externalId", hasItems("P2", "P3", "P5", "P6"))
        .body("items[0].status", nullValue());
  }

  @Test
  void answersForOneEmployeeAsItListsThem() {
    List<String> all = asHris().get("/v1/employees?q=P").path("items.id");
    for (Tokens viewer : viewers()) {
      List<String> listed = as(viewer).get("/v1/employees?q=P&limit=200").path("items.id");
      List<String> answered = new ArrayList<>();
      for (String id : all) {
        int status = as(viewer).get("/v1/employees/" + id).statusCode();
        if (status == 200) {
          answered.add(id);
        } else {
          assertEquals(404, status);
        }
      }
      assertEquals(new TreeSet<>(listed), new TreeSet<>(answered));
    }
  }

  @Test
  void pagesThroughWithoutLossOrRepetition() {
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      String cursor = next.isEmpty() ? "" : "&cursor=" + next;
      var page = asHris().get("/v1/employees?q=P&limit=3" + cursor);
      seen.addAll(page.path("items.externalId"));
      next = page.path("next");
    }
    assertEquals(List.of("P1", "P2", "P3", "P4", "P5", "P6", "P7"), seen);
  }

  @Test
  void findsByUnitManagerAndStatus() {
    asHris()
        .get("/v1/employees?orgUnit=p-sales&managerExternalId=P2&status=ACTIVE")
        .then()
        .body("items.externalId", contains("P3", "P4"));
    asHris().get("/v1/employees?q=P&status=ON_LEAVE").then().body("items", hasSize(0));
  }

  @Test
  void tellsNothingByAFilterThatACardDoesNotShow() {
    asEmployee("P3", "employee")
        .get("/v1/employees?q=P&status=ACTIVE")
        .then()
        .body("items.externalId", contains("P3"));
    asEmployee("P3", "employee")
        .get("/v1/employees?q=P&managerExternalId=P1")
        .then()
        .body("items", hasSize(0));
    asEmployee("P3", "employee")
        .get("/v1/employees?q=P&managerExternalId=P2")
        .then()
        .body("items.externalId", contains("P3"));
  }

  @Test
  void refusesFiltersAndCursorsThatMakeNoSense() {
    asHris()
        .get("/v1/employees?status=AWAY")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("status"));
    asHris().get("/v1/employees?cursor=!!").then().statusCode(400);
    asHris().get("/v1/employees?limit=0").then().statusCode(400);
    asHris().get("/v1/employees/no-uuid").then().statusCode(404);
  }

  @Test
  void turnsAwayWhoIsNotInTheDirectoryOrHasLeft() {
    asEmployee("P-unknown", "employee")
        .get("/v1/employees")
        .then()
        .statusCode(403)
        .body("type", equalTo("http://localhost:8080/problems/employee-unknown"));
    takeIn(hire("GONE1", "P1", "p-board"));
    takeIn(row("GONE1", "TERMINATE", "2026-01-01"));
    asEmployee("GONE1", "employee").get("/v1/employees").then().statusCode(403);
  }

  private static List<Tokens> viewers() {
    return List.of(
        Tokens.forEmployee("P3", "employee"),
        Tokens.forEmployee("P2", "employee", "manager"),
        Tokens.forEmployee("P6", "employee", "hr"),
        Tokens.forEmployee("P6", "employee", "hr-lead", "manager"),
        Tokens.forClient("evenhand-hris", "hris"));
  }
}
