package org.evenhand.analytics.viewer;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.ReviewStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each question, asked wrongly in each of its parameters. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadQuestionsTest {

  private static final String CYCLE = "bad questions";
  private static final String DIMENSION = "badQuestions";

  private record Asked(String path, Map<String, String> question, int status, String parameter) {}

  @BeforeAll
  void one_cycle_and_one_dimension_are_known() {
    Api.connect();
    Api.define(
        DIMENSION, Map.of("label", "Any", "values", List.of("A", "B"), "countries", List.of()));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(List.of(Company.recorded("bad question", CYCLE, 1, 2, 2)));
    }
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"), answer -> answer.statusCode() == 200);
  }

  @TestFactory
  Stream<DynamicTest> a_problem_says_which_parameter_is_wrong_and_why() {
    Stream<Asked> ofCycles =
        Stream.of(
                "distributions",
                "completion",
                "agreement",
                "fairness",
                "power",
                "appeal-figures",
                "appeal-figures/by-group")
            .flatMap(
                path ->
                    Stream.of(
                        new Asked(path, known(path, Map.of("cycle", "1066")), 404, "cycle"),
                        new Asked(path, known(path, Map.of("cycle", " ")), 400, "cycle"),
                        new Asked(path, known(path, Map.of()), 400, "cycle")));
    Stream<Asked> others =
        Stream.of(
            new Asked("distributions", Map.of("cycle", CYCLE, "by", "shoeSize"), 400, "by"),
            new Asked("distributions", Map.of("cycle", CYCLE, "by", "reviewer"), 400, "by"),
            new Asked("completion", Map.of("cycle", CYCLE, "by", "line"), 400, "by"),
            new Asked("fairness", Map.of("cycle", CYCLE), 400, "dimension"),
            new Asked("fairness", Map.of("cycle", CYCLE, "dimension", "orgUnit"), 404, "dimension"),
            new Asked(
                "fairness",
                Map.of("cycle", CYCLE, "dimension", DIMENSION, "phase", "DURING"),
                400,
                "phase"),
            new Asked("power", Map.of("cycle", CYCLE), 400, "dimension"),
            new Asked("appeal-figures/by-group", Map.of("cycle", CYCLE), 400, "dimension"),
            new Asked(
                "appeal-figures/by-group",
                Map.of("cycle", CYCLE, "dimension", "orgUnit"),
                404,
                "dimension"),
            new Asked("power", Map.of("cycle", CYCLE, "dimension", "reviewer"), 404, "dimension"),
            new Asked("drift", Map.of("dimension", "reviewer", "value", "x"), 404, "dimension"));
    return Stream.concat(ofCycles, others)
        .map(
            asked ->
                DynamicTest.dynamicTest(
                    asked.path() + " " + asked.question(), () -> isRefused(asked)));
  }

  private static Map<String, String> known(String path, Map<String, String> asked) {
    boolean ofDimension = Set.of("fairness", "power", "appeal-figures/by-group").contains(path);
    return ofDimension
        ? Stream.concat(
                asked.entrySet().stream(), Map.of("dimension", DIMENSION).entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
        : asked;
  }

  private static void isRefused(Asked asked) {
    Api.as(Api.INSIGHT)
        .queryParams(asked.question())
        .get("/v1/" + asked.path())
        .then()
        .statusCode(asked.status())
        .contentType("application/problem+json")
        .body("errors[0].parameter", equalTo(asked.parameter()))
        .body("errors[0].detail", not(equalTo("")))
        .body("detail", not(equalTo("")));
  }
}
