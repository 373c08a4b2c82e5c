package org.evenhand.analytics.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The end-of-year marks of the UK Department of Health for 2013-14, through the whole service. The
 * published tables and the figures that follow from them are in {@code real/}, with their source.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealYearTest {

  private static final double WITHIN = 1e-6;

  // REST Assured reads floats unless told otherwise, which are not that exact.
  private static final JsonPathConfig DOUBLES =
      JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE);

  private static final String CYCLE = "2013-14";
  private static final List<String> LEVELS = List.of("Improvement needed", "Met", "Exceeded");

  private JsonNode expected;

  @BeforeAll
  void the_year_has_been_taken_in() throws IOException {
    Api.connect();
    expected =
        new ObjectMapper().readTree(resource("department-of-health-2013-14.json")).path("expected");
    dimension("disability", List.of("Not disabled", "Disabled", "Unknown"), List.of("Unknown"));
    dimension("workPattern", List.of("Full time", "Part time"), List.of());
    List<String[]> people =
        resource("department-of-health-2013-14.ratings.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    List<Sent> events = new ArrayList<>();
    StringBuilder csv = new StringBuilder("externalId,dimension,value\n");
    for (String[] person : people) {
      events.add(Company.employee(person[0], Map.of()));
      events.add(Company.recorded(person[0], CYCLE, 1 + LEVELS.indexOf(person[2]), 3, 3));
      csv.append(person[0]).append(",disability,").append(person[3]).append('\n');
      csv.append(person[0]).append(",workPattern,").append(person[4]).append('\n');
    }
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Api.until(
        () -> Api.distribution(Api.INSIGHT, CYCLE, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(1663).equals(answer.path("phases[1].people")));
    var imported = Api.declare(csv.toString());
    assertEquals(0, imported.<Integer>path("refused"), imported::asString);
    assertEquals(3326, imported.<Integer>path("created"), imported::asString);
  }

  @Test
  void the_figures_for_disability_are_the_expected_ones() {
    JsonPath answer = fairness("disability");
    assertEquals("Not disabled", answer.getString("groups.find { it.role == 'REFERENCE' }.value"));
    check(answer, "disability", "Disabled");
    check(answer, "disability", "Unknown");
  }

  @Test
  void the_figures_for_the_work_pattern_are_the_expected_ones() {
    JsonPath answer = fairness("workPattern");
    check(answer, "workPattern", "Part time");
  }

  @Test
  void a_large_and_evident_difference_is_a_warning_and_says_what_it_rests_on() {
    JsonPath answer = fairness("disability");
    String verdict = "groups.find { it.value == 'Disabled' }.impactRatio.verdict";
    assertEquals("WARN", answer.getString(verdict + ".outcome"));
    assertEquals("CRITICAL", answer.getString(verdict + ".size"));
    assertTrue(answer.getDouble(verdict + ".q") < 0.05);
    // The tables say nothing of jobs, so that all are of one kind: nothing can be told within.
    assertNull(answer.get("groups.find { it.value == 'Disabled' }.impactRatio.stratified"));
    // Disabled and Part time: two tests of each metric in the cycle; Unknown is not tested.
    assertEquals(2, answer.getInt(verdict + ".family.tests"));
  }

  @Test
  void who_declared_nothing_is_coverage_and_never_a_finding() {
    JsonPath answer = fairness("disability");
    String unknown = "groups.find { it.value == 'Unknown' }";
    assertEquals("COVERAGE", answer.getString(unknown + ".role"));
    assertEquals("COVERAGE", answer.getString(unknown + ".impactRatio.verdict.outcome"));
    assertNull(answer.get(unknown + ".impactRatio.verdict.q"));
  }

  private static JsonPath fairness(String dimension) {
    return Api.until(
            () -> Api.fairness(CYCLE, dimension, "AFTER"),
            answer ->
                answer.jsonPath().getList("groups").size() > 1
                    && answer.jsonPath().getList("groups.value").stream()
                        .noneMatch("undeclared"::equals))
        .jsonPath(DOUBLES);
  }

  private void check(JsonPath answer, String dimension, String group) {
    JsonNode figures = expected.path(dimension).path(group);
    String at = "groups.find { it.value == '" + group + "' }.";
    assertEquals(
        figures.path("reference").asText(), answer.getString(at + "impactRatio.reference"));
    assertEquals(figures.path("n").asLong(), answer.getLong(at + "n"));
    assertEquals(figures.path("selected").asLong(), answer.getLong(at + "selected"));
    assertEquals(
        figures.path("belowFourFifths").asBoolean(),
        answer.getBoolean(at + "impactRatio.belowFourFifths"));
    near(figures, "rate", answer, at + "rate");
    near(figures, "referenceRate", answer, at + "impactRatio.referenceRate");
    near(figures, "impactRatio", answer, at + "impactRatio.ratio");
    near(figures.path("impactRatioCi"), answer, at + "impactRatio.interval");
    near(figures, "z", answer, at + "impactRatio.z.z");
    near(figures, "pZ", answer, at + "impactRatio.z.p");
    near(figures, "pFisher", answer, at + "impactRatio.fisherP");
    near(figures, "difference", answer, at + "impactRatio.difference");
    near(figures.path("differenceCiNewcombe"), answer, at + "impactRatio.differenceInterval");
    near(figures, "cohenH", answer, at + "impactRatio.cohenH");
    near(figures, "cliffsDelta", answer, at + "cliffsDelta.delta");
    near(figures, "brunnerMunzel", answer, at + "cliffsDelta.brunnerMunzel.statistic");
    near(figures, "brunnerMunzelDf", answer, at + "cliffsDelta.brunnerMunzel.degreesOfFreedom");
    near(figures, "brunnerMunzelP", answer, at + "cliffsDelta.brunnerMunzel.p");
  }

  private static void near(JsonNode figures, String name, JsonPath answer, String path) {
    assertEquals(figures.path(name).asDouble(), answer.getDouble(path), WITHIN, path);
  }

  private static void near(JsonNode interval, JsonPath answer, String path) {
    assertEquals(interval.get(0).asDouble(), answer.getDouble(path + ".low"), WITHIN, path);
    assertEquals(interval.get(1).asDouble(), answer.getDouble(path + ".high"), WITHIN, path);
  }

  private static void dimension(String key, List<String> values, List<String> undeclared) {
    var defined =
        Api.define(
            key,
            Map.of(
                "label", key,
                "values", values,
                "undeclaredValues", undeclared,
                "countries",
                    List.of(Map.of("country", "GB", "legalBasis", "Equality Act 2010, s. 149"))));
    assertEquals(201, defined.statusCode(), defined::asString);
  }

  private static String resource(String name) throws IOException {
    try (var in = RealYearTest.class.getResourceAsStream("/real/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
