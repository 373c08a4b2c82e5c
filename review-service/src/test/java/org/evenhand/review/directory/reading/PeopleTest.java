package org.evenhand.review.directory.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.importOrg;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.evenhand.review.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PeopleTest {

  @Inject Transactions transactions;

  @BeforeEach
  void company() {
    takeIn(
        hire("N1", "José", "Núñez Ibarrola", "jose.nunez@linden.example", "quay-care"),
        hire("N2", "Anne-Marie", "O'Neill", "am@linden.example", "quay-lab"),
        hire("N3", "Søren", "Ægidius", "", "quay-lab"),
        hire("N4", "Łukasz", "Großmann", "", "quay-care"));
    // Refused from the second time on, when the person is known and has left
    importOrg(hire("N5", "José", "Ibarrola", "", "quay-lab"));
    takeIn(row("N5", "TERMINATE", "2026-01-01"));
  }

  @ParameterizedTest
  @CsvSource({
    "nunez jose, N1",
    "IBARROLA Núñ, N1",
    "ibar quay, N1",
    "nunez care, N1",
    "Jose.Nunez@LINDEN.example, N1",
    "annemarie oneill, N2",
    "neill anne, N2",
    "O'Neill, N2",
    "soren ægid, N3",
    "AEGIDIUS, N3",
    "LUKASZ gross, N4",
    "ｌｕｋａｓｚ ＧＲＯẞ, N4",
  })
  void findsSomebodyByWhatIsKnownOfThem(String q, String externalId) {
    find(q).then().statusCode(200).body("items.externalId", contains(externalId));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unez",
        "jose.nunez@linden",
        "jose.nunez@linden.example.org",
        "nunez soren",
        "x' | 'jose.nunez@linden.example",
        "\\'@\\ x",
        "nunez & !jose:* <-> x"
      })
  void findsNobodyByAnythingElse(String q) {
    find(q).then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void tellsNoMoreThanEveryColleagueMayKnow() {
    find("nunez quay")
        .then()
        .body("items", hasSize(1))
        .body("items[0].name", equalTo("José Núñez Ibarrola"))
        .body("items[0].orgUnit", equalTo("quay-care"))
        .body("items[0].jobFamily", equalTo("engineering"))
        .body("items[0].email", nullValue())
        .body("next", nullValue());
    assertEquals(5, find("nunez quay").<Map<String, Object>>path("items[0]").size());
  }

  @Test
  void findsThoseWhoMovedWhereTheyAreNow() {
    takeIn(hire("N6", "Wanderer", "Quickstep", "", "quay-care"));
    takeIn("N6,,Slowstep,,,,quay-pier" + ",".repeat(9) + "2026-02-01,CHANGE");

    find("wanderer pier").then().body("items.externalId", contains("N6"));
    find("slow wander").then().body("items.externalId", contains("N6"));
    find("wanderer care").then().body("items", hasSize(0));
    find("quickstep").then().body("items", hasSize(0));
  }

  @Test
  void pagesByNameWithoutNamingAnybodyInTheCursor() {
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      Response page =
          asEmployee("N1", "employee")
              .queryParam("q", "quay-")
              .queryParam("limit", 1)
              .get("/v1/people" + (next.isEmpty() ? "" : "?cursor=" + next));
      page.then().statusCode(200);
      seen.addAll(page.path("items.name"));
      next = page.path("next");
      if (next != null) {
        String last = new String(Base64.getUrlDecoder().decode(next), UTF_8);
        assertEquals(page.path("items[0].id"), last);
      }
    }
    seen.remove("Wanderer Slowstep");
    assertEquals(
        List.of("Søren Ægidius", "Łukasz Großmann", "José Núñez Ibarrola", "Anne-Marie O'Neill"),
        seen);
  }

  @Test
  void refusesWhatNobodyCanBeFoundBy() {
    refused(asEmployee("N1", "employee").get("/v1/people"), "REQUIRED");
    refused(find("j"), "SIZE");
    refused(find(" j "), "SIZE");
    refused(find("j".repeat(101)), "SIZE");
    refused(find("--"), "MALFORMED");
    find("j".repeat(100)).then().statusCode(200).body("items", hasSize(0));
  }

  @Test
  void readsAnIndexWhereThereAreManyPeople() {
    String plan =
        new ManyPeople(transactions)
            .plan(Colleagues.FIND.formatted(""), Map.of("q", "nunez9 jose", "limit", 51));

    assertTrue(plan.contains("Bitmap Index Scan on employee_found_by"), plan);
    assertTrue(plan.contains("Index Scan using assignment_main"), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  private static Response find(String q) {
    return asEmployee("N1", "employee").queryParam("q", q).get("/v1/people");
  }

  private static void refused(Response answer, String code) {
    answer
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("errors[0].parameter", equalTo("q"))
        .body("errors[0].code", equalTo(code))
        .body("detail", not(containsString("null")));
  }

  private static String hire(
      String externalId, String givenName, String familyName, String email, String orgUnit) {
    return "%s,%s,%s,%s,,LINE,%s,L4,engineering,Utrecht,NL,Linden,EMPLOYEE,,,2020-01-01,HIRE"
        .formatted(externalId, givenName, familyName, email, orgUnit);
  }
}
