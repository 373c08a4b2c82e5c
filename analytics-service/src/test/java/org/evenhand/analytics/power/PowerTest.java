package org.evenhand.analytics.power;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.effects.DetectableEffect;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A rated year with groups of 40, 30, 8, 6, 3 and 3 people and 9 who declared nothing, and the next
 * one, of which reviews have only been opened.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerTest {

  private static final String DIMENSION = "powerGroup";
  private static final Map<String, Integer> PEOPLE =
      Map.of("A", 40, "B", 30, "C", 8, "D", 3, "E", 3, "F", 6, "nothing", 9);

  @BeforeAll
  void one_year_has_been_rated_and_the_next_one_opened() {
    Api.connect();
    Api.define(
        DIMENSION,
        Map.of(
            "label", "Group",
            "values", List.of("A", "B", "C", "D", "E", "F"),
            "undeclaredValues", List.of(),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "made up"))));
    List<Sent> events = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    PEOPLE.forEach((group, people) -> rated(group, people, events, csv));
    Map<String, Object> opened = Company.review("power A 0", "power 2", "NOT_STARTED");
    opened.put("effectiveAt", "2000-06-30T00:00:00Z");
    events.add(Company.event("org.evenhand.review.opened.v1", 1, opened));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Api.until(
        () -> Api.distribution(Api.INSIGHT, "power 1", "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(99).equals(answer.path("phases[1].people")));
    Response declared = Api.declare(csv.toString());
    assertEquals(90, declared.<Integer>path("created"), declared::asString);
    Api.until(() -> power("power 1"), answer -> "A".equals(answer.path("reference")));
    Api.until(() -> power("power 2"), answer -> answer.statusCode() == 200);
  }

  @Test
  void a_group_is_told_the_smallest_effects_that_its_size_would_let_be_seen() {
    // Every second person of A is rated 2, every third of B: levels 1 and 2 of a scale of two.
    double ratio = DetectableEffect.USUAL.impactRatio(30, 40, 0.5).orElse(0);
    double delta =
        DetectableEffect.USUAL.cliffsDelta(30, 40, LevelCounts.of(20 + 20, 20 + 10)).orElse(0);
    power("power 1")
        .then()
        .statusCode(200)
        .body("basis.key", equalTo("power 1"))
        .body("reference", equalTo("A"))
        .body("referenceRate", equalTo(0.5))
        .body("groups.find { it.value == 'B' }.role", equalTo("COMPARED"))
        .body("groups.find { it.value == 'B' }.n", equalTo(30))
        .body("groups.find { it.value == 'B' }.impactRatio", closeTo(ratio, 1e-9))
        .body("groups.find { it.value == 'B' }.cliffsDelta", closeTo(delta, 1e-9))
        .body("groups.find { it.value == 'B' }.words", containsString("four of five"));
  }

  @Test
  void small_groups_are_named_without_figures_and_without_a_hint_of_their_size() {
    Response answer = power("power 1");
    for (String small : List.of("D", "E")) {
      String group = "groups.find { it.value == '" + small + "' }";
      answer
          .then()
          .body(group + ".role", equalTo("SUPPRESSED"))
          .body(group + ".rule", containsString("fewer than 5"))
          .body(group + ".n", nullValue())
          .body(group + ".words", nullValue())
          .body(group + ".impactRatio", nullValue());
    }
  }

  @Test
  void who_is_too_few_to_be_compared_or_declared_nothing_is_told_so() {
    power("power 1")
        .then()
        .body("groups.find { it.value == 'C' }.role", equalTo("INSUFFICIENT"))
        .body("groups.find { it.value == 'F' }.n", equalTo(6))
        .body("groups.find { it.value == 'C' }.words", containsString("10"))
        .body("groups.find { it.value == 'undeclared' }.role", equalTo("COVERAGE"))
        .body("groups.find { it.value == 'A' }.role", equalTo("REFERENCE"));
  }

  @Test
  void before_a_cycle_has_ratings_the_last_one_before_it_says_what_could_be_seen() {
    Response before = power("power 2");
    before
        .then()
        .statusCode(200)
        .body("cycle.key", equalTo("power 2"))
        .body("basis.key", equalTo("power 1"))
        .body("phase", equalTo("AFTER"));
    assertEquals(power("power 1").<Object>path("groups"), before.<Object>path("groups"));
  }

  @Test
  void what_is_asked_wrongly_is_a_problem_that_says_which_and_why() {
    refused(Map.of("cycle", "1066", "dimension", DIMENSION), 404, "cycle");
    refused(Map.of("cycle", "power 1", "dimension", "orgUnit"), 404, "dimension");
    refused(Map.of("cycle", "power 1"), 400, "dimension");
    refused(Map.of("dimension", DIMENSION), 400, "cycle");
  }

  private static void refused(Map<String, String> question, int status, String parameter) {
    Api.as(Api.INSIGHT)
        .queryParams(question)
        .get("/v1/power")
        .then()
        .statusCode(status)
        .body("errors[0].parameter", equalTo(parameter));
  }

  private static Response power(String cycle) {
    return Api.as(Api.INSIGHT)
        .config(
            RestAssured.config()
                .jsonConfig(
                    JsonConfig.jsonConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
        .queryParams(Map.of("cycle", cycle, "dimension", DIMENSION))
        .get("/v1/power");
  }

  private static void rated(String group, int people, List<Sent> events, StringBuilder csv) {
    for (int i = 0; i < people; i++) {
      String person = "power " + group + " " + i;
      events.add(Company.employee(person, Map.of()));
      int every = group.equals("A") ? 2 : 3;
      Sent rating = Company.recorded(person, "power 1", i % every == 0 ? 2 : 1, 2, 2);
      rating.data().put("effectiveAt", "1999-12-31T00:00:00Z");
      events.add(rating);
      if (!group.equals("nothing")) {
        csv.append(person).append(',').append(DIMENSION).append(',').append(group).append('\n');
      }
    }
  }
}
