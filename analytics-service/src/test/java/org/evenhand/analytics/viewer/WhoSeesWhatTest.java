package org.evenhand.analytics.viewer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A cycle of 12 people in Finance, 11 in Legal and 4 in Press, under one manager each. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatTest {

  private static final String CYCLE = "who sees what";
  private static final Tokens HR = Tokens.forEmployee("HR1", "employee", "hr");
  private static final Tokens MANAGER = Tokens.forEmployee("M-Press", "employee", "manager");

  @BeforeAll
  void three_units_have_been_rated() {
    Api.connect();
    List<Sent> events = new ArrayList<>();
    events.add(
        Company.employee(
            "HR1",
            Map.of(
                "hrUnits",
                List.of(
                    Map.of("orgUnit", "Finance", "from", "2020-01-01"),
                    Map.of("orgUnit", "Press", "from", "2020-01-01"),
                    Map.of("orgUnit", "Legal", "from", "2020-01-01", "to", "2020-12-31")))));
    unit("Finance", 12, events);
    unit("Legal", 11, events);
    unit("Press", 4, events);
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(27).equals(answer.path("groups[0].submitted")));
    Api.distribution(Api.INSIGHT, CYCLE, "orgUnit")
        .then()
        .body("phases.state", contains("GATHERING", "GATHERING"))
        .body("release.edition", nullValue())
        .body("release.next", equalTo("CALIBRATION_STARTED"));
    Releases.publish(CYCLE);
  }

  @Test
  void a_small_unit_is_named_as_hidden_and_another_one_protects_it() {
    Api.distribution(Api.INSIGHT, CYCLE, "orgUnit")
        .then()
        .statusCode(200)
        .body("scope", equalTo("WHOLE"))
        .body("phases[0].groups.value", contains("Finance", "Legal", "Press"))
        .body("phases[0].groups.suppressed", contains(false, true, true))
        .body("phases[0].groups[2].levels", nullValue())
        .body("phases[0].groups[2].people", nullValue())
        .body("phases[0].groups[2].rule", containsString("fewer than 10"))
        .body("phases[0].people", nullValue())
        .body("phases[0].groups[0].levels.people", contains(0, 0, 6, 6, 0));
  }

  @Test
  void an_answer_says_which_edition_it_is_and_which_comes_next() {
    Api.distribution(Api.INSIGHT, CYCLE, "orgUnit")
        .then()
        .body("release.edition.number", equalTo(1))
        .body("release.edition.moment", equalTo("CALIBRATION_STARTED"))
        .body("release.edition.publishedAt", notNullValue())
        .body("release.next", equalTo("SHARING_PROPOSED"));
  }

  /** An hr-lead may read every rating; of an auditor, who reads none, small units are hidden. */
  @Test
  void units_are_as_exact_as_the_ratings_behind_them_are_open() {
    Api.distribution(Api.HR_LEAD, CYCLE, "orgUnit")
        .then()
        .body("leastGroup", equalTo(0))
        .body("phases[0].groups.people", contains(12, 11, 4))
        .body("phases[0].people", equalTo(27));
    Api.distribution(Tokens.forEmployee("WSW-A", "employee", "auditor"), CYCLE, "orgUnit")
        .then()
        .body("leastGroup", equalTo(10))
        .body("phases[0].groups.suppressed", contains(false, true, true));
  }

  @Test
  void before_calibration_is_settled_nobody_has_a_rating_that_stands() {
    Api.distribution(Api.INSIGHT, CYCLE, "orgUnit")
        .then()
        .body("phases[1].phase", equalTo("AFTER"))
        .body("phases[1].state", equalTo("NO_RATINGS"))
        .body("phases[1].note", not(equalTo("")));
  }

  @Test
  void hr_sees_the_units_that_they_serve_today_and_no_other() {
    Api.distribution(HR, CYCLE, "orgUnit")
        .then()
        .statusCode(200)
        .body("scope", equalTo("SERVED_UNITS"))
        .body("phases[0].groups.value", contains("Finance", "Press"))
        .body("phases[0].groups.people", contains(12, 4))
        .body("phases[0].people", nullValue());
    Api.completion(HR, CYCLE, "orgUnit")
        .then()
        .body("groups.value", contains("Finance", "Press"))
        .body("groups.submitted", contains(12, 4));
  }

  @Test
  void hr_is_refused_other_partitions_and_told_which_are_open() {
    Api.distribution(HR, CYCLE, "jobLevel")
        .then()
        .statusCode(403)
        .body("type", containsString("partition-not-open"))
        .body("detail", containsString("orgUnit"));
  }

  @Test
  void a_manager_sees_the_ratings_that_they_gave_however_few() {
    Api.distribution(MANAGER, CYCLE, "none")
        .then()
        .statusCode(200)
        .body("scope", equalTo("OWN"))
        .body("phases[0].groups", hasSize(1))
        .body("phases[0].groups[0].levels.people", contains(0, 0, 2, 2, 0));
  }

  @Test
  void a_manager_sees_how_far_their_own_line_has_come_and_nothing_of_the_units() {
    Api.completion(MANAGER, CYCLE, "none")
        .then()
        .statusCode(200)
        .body("groups", hasSize(1))
        .body("groups[0].submitted", equalTo(4));
    Api.completion(MANAGER, CYCLE, "orgUnit").then().statusCode(403);
  }

  @Test
  void a_manager_whom_the_directory_does_not_know_is_refused() {
    Api.completion(Tokens.forEmployee("NOBODY", "manager"), CYCLE, "none")
        .then()
        .statusCode(403)
        .body("type", containsString("employee-unknown"));
  }

  @Test
  void a_small_company_answers_that_there_are_too_few_people() {
    Api.distribution(HR, CYCLE, "orgUnit").then().body("phases[0].state", equalTo("SHOWN"));
    Api.distribution(Tokens.forEmployee("NOBODY-KNOWS", "hr"), CYCLE, "orgUnit")
        .then()
        .statusCode(403);
  }

  @Test
  void an_unknown_cycle_is_a_problem_that_names_the_known_ones() {
    Api.distribution(Api.INSIGHT, "1066", "none")
        .then()
        .statusCode(404)
        .body("detail", containsString(CYCLE))
        .body("errors[0].parameter", equalTo("cycle"));
  }

  @Test
  void a_cycle_is_found_by_its_id_too() {
    Api.completion(Api.INSIGHT, Company.id("cycle " + CYCLE).toString(), "none")
        .then()
        .statusCode(200)
        .body("cycle.key", equalTo(CYCLE));
  }

  @Test
  void an_unknown_partition_is_a_problem_that_names_the_known_ones() {
    Api.distribution(Api.INSIGHT, CYCLE, "shoeSize")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("by"))
        .body("errors[0].detail", containsString("workLocation"));
  }

  @Test
  void a_question_without_a_cycle_is_a_problem() {
    Api.as(Api.INSIGHT)
        .get("/v1/distributions")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("cycle"));
  }

  private static void unit(String unit, int people, List<Sent> events) {
    UUID manager = Company.id("M-" + unit);
    events.add(Company.employee("M-" + unit, Map.of("orgUnit", unit)));
    for (int i = 0; i < people; i++) {
      Map<String, Object> review = Company.review(unit + " " + i, CYCLE, "SUBMITTED");
      review.put("orgUnit", unit);
      review.put("reviewerId", manager);
      review.put("lineAbove", List.of(manager));
      review.put("originalOrdinal", 3 + i % 2);
      review.put("ordinal", 3 + i % 2);
      events.add(Company.event("org.evenhand.review.submitted.v1", 1, review));
    }
  }
}
