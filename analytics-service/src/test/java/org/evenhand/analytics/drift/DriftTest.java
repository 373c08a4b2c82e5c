package org.evenhand.analytics.drift;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Eleven years of one line, told out of order: Finance (40 people) rates alike for eight of them,
 * and higher in the last three, of which the last is a live one; Legal has 12 people, Press 4. In
 * between lies a year on another scale.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftTest {

  private static final int[][] FINANCE = {{0, 10, 10, 10, 10}, {0, 11, 10, 10, 9}};
  private static final int[] HIGHER = {0, 0, 5, 10, 25};
  private static final Tokens HR = Tokens.forEmployee("D-HR", "employee", "hr");
  private static final Tokens AUDITOR = Tokens.forEmployee("D-A", "employee", "auditor");
  private static final Tokens MANAGER = Tokens.forEmployee("D-M", "employee", "manager");

  @BeforeAll
  void eleven_years_have_been_rated() {
    Api.connect();
    List<Sent> events = new ArrayList<>();
    events.add(
        Company.employee(
            "D-HR",
            Map.of("hrUnits", List.of(Map.of("orgUnit", "Finance", "from", "2020-01-01")))));
    events.add(Company.employee("D-M", Map.of()));
    for (int year = 11; year >= 1; year--) {
      year(year, events);
    }
    rate("drift other", 5, "Finance", new int[] {20, 20, 0}, 3, events);
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Releases.publish("drift 11");
    Api.until(
        () -> drift(Api.INSIGHT, Map.of("dimension", "orgUnit", "value", "Finance")),
        answer ->
            answer.statusCode() == 200
                && answer
                    .<List<Integer>>path("points.people")
                    .equals(List.of(40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40)));
  }

  @Test
  void the_cycles_stand_in_the_order_of_time_and_those_of_another_line_are_left_out() {
    drift(Api.INSIGHT, Map.of("dimension", "orgUnit", "value", "Finance"))
        .then()
        .statusCode(200)
        .body("points[0].cycle.key", equalTo("drift 1"))
        .body("points[10].cycle.key", equalTo("drift 11"))
        .body("points[10].cycle.origin", equalTo("LIVE"))
        .body("points[0].cycle.origin", equalTo("HISTORY"))
        .body(
            "leftOut.find { it.cycle.key == 'drift other' }.reason",
            containsString("another scale"));
  }

  @Test
  void a_rise_that_stays_is_critical_and_says_since_when_and_what_would_clear_it() {
    drift(Api.INSIGHT, Map.of("dimension", "orgUnit", "value", "Finance"))
        .then()
        .body("ratingDrift.verdict.outcome", equalTo("CRITICAL"))
        .body("ratingDrift.verdict.reasons[1]", containsString("after drift 8"))
        .body("ratingDrift.verdict.clearedBy[0]", containsString("baseline's mean"))
        .body("ratingDrift.baseline", hasSize(8))
        .body("ratingDrift.overDispersion", equalTo(1f))
        .body("points[7].baseline", equalTo(true))
        .body("points[7].cusum", nullValue())
        .body("points[8].baseline", equalTo(false))
        .body("points[8].ewma.out", equalTo(true))
        .body("points[8].shareLimits.out", equalTo(true));
  }

  @Test
  void the_step_is_a_warning_with_delta_test_and_distances_and_the_years_around_it_are_none() {
    drift(Api.INSIGHT, Map.of("dimension", "orgUnit", "value", "Finance"))
        .then()
        .body("shifts", hasSize(10))
        .body("shifts[7].from.key", equalTo("drift 8"))
        .body("shifts[7].size", equalTo("CRITICAL"))
        .body("shifts[7].verdict.outcome", equalTo("WARN"))
        .body("shifts[7].cliffsDelta.test", equalTo("BRUNNER_MUNZEL"))
        .body("shifts[7].cliffsDelta.tests", equalTo(1))
        .body("shifts[7].meanShift", equalTo(1f))
        .body("shifts[7].wasserstein", equalTo(1f))
        .body("shifts[7].chiSquare.degreesOfFreedom", equalTo(3))
        .body("shifts[7].distances.kolmogorovSmirnov", equalTo(0.375f))
        .body("shifts[7].distances.psi", nullValue())
        .body("shifts[7].distances.psiSmoothed", notNullValue())
        .body("shifts[8].verdict.outcome", equalTo("NONE"));
  }

  @Test
  void eight_cycles_are_a_baseline_with_nothing_to_hold_against_it() {
    drift(Api.INSIGHT, Map.of("dimension", "orgUnit", "value", "Finance", "to", "drift 8"))
        .then()
        .body("points", hasSize(8))
        .body("ratingDrift.verdict.outcome", equalTo("INSUFFICIENT"))
        .body("ratingDrift.verdict.reasons[0]", containsString("there are 8"))
        .body("ratingDrift.verdict.clearedBy[0]", containsString("1 more"))
        .body("points.cusum", everyItem(nullValue()));
  }

  @Test
  void the_level_that_counts_into_the_share_can_be_chosen() {
    drift(
            Api.INSIGHT,
            Map.of("dimension", "orgUnit", "value", "Finance", "to", "drift 1", "level", "3"))
        .then()
        .body("points[0].share", equalTo(0.725f))
        .body("level", equalTo(3));
  }

  @Test
  void a_group_that_is_hidden_in_each_cycle_is_refused_by_the_rule_and_without_a_hint() {
    Response four = drift(AUDITOR, Map.of("dimension", "orgUnit", "value", "Press"));
    Response twelve = drift(AUDITOR, Map.of("dimension", "orgUnit", "value", "Legal"));
    four.then()
        .statusCode(422)
        .body("type", containsString("group-suppressed"))
        .body("detail", containsString("fewer than 10"))
        .body("errors[0].parameter", equalTo("value"));
    assertEquals(four.<String>path("detail"), twelve.<String>path("detail"));
    assertEquals(four.<List<?>>path("errors"), twelve.<List<?>>path("errors"));
    assertFalse(four.asString().contains("mean"));
  }

  /** Whoever reads each rating of a shared cycle has its units anyway. */
  @Test
  void a_small_unit_is_shown_to_who_may_read_its_ratings() {
    for (Tokens token : List.of(Api.HR_LEAD, Api.INSIGHT)) {
      drift(token, Map.of("dimension", "orgUnit", "value", "Press"))
          .then()
          .statusCode(200)
          .body("points[0].people", equalTo(4))
          .body("points[0].release.edition.moment", equalTo("IMPORTED"));
    }
  }

  @Test
  void hr_sees_the_units_that_they_serve_and_no_other() {
    drift(HR, Map.of("dimension", "orgUnit", "value", "Finance"))
        .then()
        .statusCode(200)
        .body("scope", equalTo("SERVED_UNITS"))
        .body("points[0].people", equalTo(40));
    drift(HR, Map.of("dimension", "orgUnit", "value", "Legal"))
        .then()
        .statusCode(403)
        .body("type", containsString("partition-not-open"))
        .body("errors[0].parameter", equalTo("value"));
    drift(HR, Map.of("dimension", "jobLevel", "value", "HEO"))
        .then()
        .statusCode(403)
        .body("errors[0].parameter", equalTo("dimension"));
  }

  @Test
  void a_manager_sees_how_their_own_ratings_moved_and_that_they_are_too_few_to_conclude() {
    drift(MANAGER, Map.of())
        .then()
        .statusCode(200)
        .body("scope", equalTo("OWN"))
        .body("leastGroup", equalTo(0))
        .body("points.findAll { it.state == 'SHOWN' }", hasSize(2))
        .body("points.find { it.state == 'SHOWN' }.people", equalTo(4))
        .body("shifts[0].verdict.outcome", equalTo("INSUFFICIENT"))
        .body("shifts[0].cliffsDelta", nullValue());
    drift(MANAGER, Map.of("dimension", "orgUnit", "value", "Press")).then().statusCode(403);
  }

  @Test
  void what_is_asked_wrongly_is_a_problem_that_says_which_and_why() {
    refused(Map.of("dimension", "shoeSize", "value", "40"), 404, "dimension", "shoeSize");
    refused(Map.of("dimension", "orgUnit"), 400, "value", "");
    refused(Map.of("dimension", "orgUnit", "value", "Navy"), 404, "value", "");
    refused(Map.of("from", "1066"), 404, "from", "");
    refused(Map.of("to", "1066"), 404, "to", "");
    refused(Map.of("from", "drift 8", "to", "drift 2"), 400, "from", "");
    refused(Map.of("to", "drift 2", "level", "6"), 400, "level", "");
    refused(Map.of("to", "drift 2", "level", "high"), 400, "level", "");
    refused(Map.of("phase", "DURING"), 400, "phase", "");
  }

  @Test
  void an_unknown_group_is_answered_with_the_names_of_the_known_ones() {
    drift(Api.INSIGHT, Map.of("dimension", "orgUnit", "value", "Navy"))
        .then()
        .body("detail", containsString("Finance, Legal, Press"))
        .body("errors", not(empty()));
  }

  private static void refused(
      Map<String, String> question, int status, String parameter, String not) {
    drift(Api.INSIGHT, question)
        .then()
        .statusCode(status)
        .body("errors[0].parameter", equalTo(parameter))
        .body("detail", not(equalTo(not)));
  }

  private static Response drift(Tokens token, Map<String, String> question) {
    Map<String, String> asked = new HashMap<>(question);
    asked.putIfAbsent("from", "drift 1");
    asked.putIfAbsent("to", "drift 11");
    return Api.as(token).queryParams(asked).get("/v1/drift");
  }

  private static void year(int year, List<Sent> events) {
    String cycle = "drift " + year;
    rate(cycle, year, "Finance", year <= 8 ? FINANCE[year % 2] : HIGHER, 5, events);
    rate(cycle, year, "Legal", new int[] {0, 6, 6, 0, 0}, 5, events);
    rate(cycle, year, "Press", new int[] {0, 2, 2, 0, 0}, 5, events);
  }

  private static void rate(
      String cycle, int year, String unit, int[] counts, int size, List<Sent> events) {
    int person = 0;
    for (int level = 1; level <= counts.length; level++) {
      for (int i = 0; i < counts[level - 1]; i++) {
        events.add(rating(cycle, year, unit, unit + " " + person++, level, size));
      }
    }
  }

  private static Sent rating(
      String cycle, int year, String unit, String person, int level, int size) {
    boolean live = year == 11;
    Sent recorded = Company.recorded("drift " + person, cycle, level, size, Math.min(size, 4));
    Map<String, Object> data = recorded.data();
    data.put("orgUnit", unit);
    data.put("effectiveAt", String.format("20%02d-12-31T00:00:00Z", year));
    if (unit.equals("Press") && year >= 10) {
      data.put("reviewerId", Company.id("D-M"));
    }
    if (live) {
      data.put("origin", "LIVE");
      data.put("state", "SHARED");
      data.put("calibration", "CALIBRATED");
      data.put("policyId", Company.id("policy of the drift"));
    }
    return recorded;
  }
}
