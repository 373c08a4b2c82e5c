package org.evenhand.analytics.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What an audit warns of is answered by both sides, like what ratings warn of. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessFindingsTest {

  private static final int YEAR = 2004;

  @BeforeAll
  void a_year_is_published() {
    Trees.exist();
    publish(YEAR, Trees.all());
  }

  @Test
  @Order(1)
  void the_stage_that_differs_is_found_and_owed_by_both_sides() {
    Response finding = Api.as(Trees.MANAGER).get(only(YEAR));
    finding
        .then()
        .statusCode(200)
        .body("headline", equalTo("WARN in MOVE 2004, APPLIED: Elm of Tree against Oak"))
        .body("measured", containsString("10 of the 40 people who were eligible applied"))
        .body("notSaid", containsString("none is decided anew"))
        .body("nextStep", not(containsString("shared")))
        .body("summary.stage", equalTo("APPLIED"))
        .body("summary.cycle.origin", equalTo("OPPORTUNITIES"))
        .body("summary.cycle.key", equalTo("MOVE 2004"))
        .body("figures.impactRatio.reference", equalTo("Oak"))
        .body("rule.limit", containsString("a second year"));
    for (Tokens side : List.of(Trees.MANAGER, Trees.HR)) {
      Api.as(side)
          .queryParams(Map.of("kind", "FINDING_RESPONSE", "limit", 200))
          .get("/v1/tasks")
          .then()
          .body("items.subject", hasItem(only(YEAR)));
    }
  }

  @Test
  @Order(2)
  void who_has_nobody_in_it_does_not_know_of_it() {
    Api.as(Trees.OTHER_MANAGER).get(only(YEAR)).then().statusCode(404);
  }

  @Test
  @Order(3)
  void the_topic_tells_that_there_is_one_and_not_of_whom() {
    String id = only(YEAR).substring("/v1/findings/".length());
    ConsumerRecord<String, String> told =
        Events.ofTest().await(FindingEvents.TOPIC, 1, event -> id.equals(event.key())).get(0);

    EventSchemas.check(told);
    assertTrue(told.value().contains("\"OPPORTUNITIES\""), told.value());
    assertTrue(!told.value().contains("Elm") && !told.value().contains("tree"), told.value());
    assertEquals(
        1,
        Events.ofTest().all(FindingEvents.TOPIC).stream()
            .filter(event -> event.value().contains("MOVE " + YEAR))
            .count());
  }

  @Test
  @Order(4)
  void a_second_year_in_a_row_is_critical() {
    publish(YEAR + 1, Trees.all());

    Api.as(Api.HR_LEAD).get(only(YEAR + 1)).then().body("summary.verdict", equalTo("CRITICAL"));
  }

  @Test
  @Order(5)
  void both_sides_answer_and_a_better_year_clears_what_was_answered() {
    String path = only(YEAR + 1);
    Response proposed =
        Api.as(Trees.HR)
            .contentType("application/json")
            .header("If-Match", Api.as(Trees.HR).get(path).header("ETag"))
            .body(
                Map.of(
                    "action",
                    "Ask why",
                    "dueOn",
                    LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()))
            .post(path + "/response");
    proposed.then().statusCode(200);
    Api.as(Trees.MANAGER)
        .header("If-Match", proposed.header("ETag"))
        .post(path + "/response/countersignature")
        .then()
        .statusCode(200)
        .body("summary.state", equalTo("ANSWERED"));

    publish(YEAR + 3, Trees.alike());

    Api.as(Api.HR_LEAD)
        .get(path)
        .then()
        .body("summary.state", equalTo("CLEARED"))
        .body("cleared.reason", equalTo("NO_LONGER_REACHED"));
    // Nobody has answered this one.
    Api.as(Api.HR_LEAD).get(only(YEAR)).then().body("summary.state", equalTo("RAISED"));
  }

  @Test
  @Order(6)
  void a_cycle_with_the_key_of_an_audit_is_told_apart_by_id() {
    String key = "MOVE " + (YEAR + 3);
    Trees.send(List.of(Company.recorded("Oak1", key, 3, 5, 5)));
    String cycle = Company.id("cycle " + key).toString();
    Api.until(
        () -> Api.as(Api.HR_LEAD).queryParam("cycle", cycle).get("/v1/findings"),
        answer -> answer.statusCode() == 200);

    for (String path : List.of("/v1/findings", "/v1/judgements")) {
      Api.as(Api.HR_LEAD)
          .queryParam("cycle", key)
          .get(path)
          .then()
          .body("code", equalTo("CYCLE_AMBIGUOUS"))
          .body("detail", containsString(cycle));
    }
  }

  private static void publish(int year, Map<String, Stage> people) {
    Trees.send(
        List.of(Trees.part("move " + year, OpportunityKind.MOVE, year + "-03-03", 1, 1, people)));
    AccessAuditTest.awaitPublished(year);
  }

  /** The path of the one warning of a year. */
  private static String only(int year) {
    List<String> ids =
        Api.as(Api.HR_LEAD)
            .queryParams(Map.of("cycle", "MOVE " + year, "dimension", Trees.KEY))
            .get("/v1/findings")
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.verdict == 'WARN' || it.verdict == 'CRITICAL' }.id");
    assertEquals(1, ids.size(), ids.toString());
    return "/v1/findings/" + ids.get(0);
  }
}
