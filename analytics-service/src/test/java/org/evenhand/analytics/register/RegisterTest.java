package org.evenhand.analytics.register;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterTest {

  /** What reads or changes what it was told, and computes nothing of ratings. */
  private static final Set<String> COMPUTES_NOTHING =
      Set.of(
          "listRegister",
          "listTasks",
          "getWaiver",
          "proposeWaiver",
          "countersignWaiver",
          "refuseWaiver",
          "withdrawWaiver",
          "getCalendar",
          "getCalendarOfPerson",
          "listDimensions",
          "getDimension",
          "putDimension",
          "importDemographics",
          "getDemographicsImport",
          "getDemographicsImportErrors",
          "getOwnDemographics",
          "withdrawOwnDemographic",
          "listRaterProfiling",
          "getRaterProfiling",
          "putRaterProfiling",
          "listRaterObjections",
          "getRaterObjection",
          "fileRaterObjection",
          "answerRaterObjection",
          "startRebuild",
          "listRebuilds",
          "getRebuild");

  /** What calibration-service answers of its sessions. */
  private static final Set<String> ANSWERED_BY_SESSIONS = Set.of("getSessionAgreement");

  /** What policy-service answers of what it was told here. */
  private static final Set<String> ANSWERED_BY_POLICIES = Set.of("getImpactReplay");

  @Test
  void every_operation_that_computes_something_is_in_the_register() {
    Set<String> computing = new TreeSet<>(operations());
    computing.removeAll(COMPUTES_NOTHING);
    Set<String> registered =
        Stream.of(ComputedOutput.values())
            .flatMap(output -> output.operations().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    computing.addAll(ANSWERED_BY_SESSIONS);
    computing.addAll(ANSWERED_BY_POLICIES);
    assertEquals(computing, registered);
  }

  @Test
  void every_metric_is_in_the_register() {
    Set<String> registered =
        Stream.of(ComputedOutput.values()).map(ComputedOutput::output).collect(Collectors.toSet());
    for (Metric metric : Metric.values()) {
      assertTrue(registered.contains(metric.apiName()), metric.apiName());
    }
    assertEquals(ComputedOutput.values().length, registered.size());
  }

  @Test
  void every_employee_reads_what_each_output_is_for_and_how_to_contest_it() {
    Api.as(Tokens.forEmployee("ANYONE", "employee"))
        .get("/v1/register")
        .then()
        .statusCode(200)
        .body("items", hasSize(ComputedOutput.values().length))
        .body("items.purpose", everyItem(notNullValue()))
        .body("items.contest", everyItem(containsString("contest")))
        .body("items.retention", everyItem(notNullValue()));
  }

  @Test
  void the_register_is_read_page_by_page() {
    var first = Api.as(Api.INSIGHT).queryParam("limit", 2).get("/v1/register");
    List<String> names = first.path("items.output");
    assertEquals(2, names.size());
    String next =
        Api.as(Api.INSIGHT)
            .queryParams(Map.of("limit", 2, "cursor", first.<String>path("next")))
            .get("/v1/register")
            .path("items[0].output");
    assertTrue(next.compareTo(names.get(1)) > 0, next);
  }

  private static Set<String> operations() {
    Map<String, Map<String, Map<String, Object>>> paths =
        RestAssured.given().queryParam("format", "json").get("/q/openapi").path("paths");
    return paths.values().stream()
        .flatMap(path -> path.values().stream())
        .map(operation -> String.valueOf(operation.get("operationId")))
        .collect(Collectors.toSet());
  }
}
