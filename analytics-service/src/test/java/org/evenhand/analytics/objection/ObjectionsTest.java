package org.evenhand.analytics.objection;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.BlindScores;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.Releases;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Four managers in Denmark with six ratings each. Ann objects, is declined, objects again and is
 * upheld. One hr-lead is independent of her, another works for somebody who works for her.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ObjectionsTest {

  private static final String CYCLE = "objections";
  private static final String PATH = "/v1/rater-objections";
  private static final String WORDS = "Half of my people came picked from the heliotrope pilot.";
  private static final String REASON = "The quincunx samples held nobody of it, and say the same.";
  private static final Tokens ANN = Tokens.forEmployee("O-ann", "employee", "manager");
  private static final Tokens ANN_AS_LEAD = Tokens.forEmployee("O-ann", "manager", "hr-lead");
  private static final Tokens BEN = Tokens.forEmployee("O-ben", "employee", "manager");
  private static final Tokens CID = Tokens.forEmployee("O-cid", "employee", "manager");
  private static final Tokens LEAD = Tokens.forEmployee("O-lead", "employee", "hr-lead");
  private static final Tokens BELOW = Tokens.forEmployee("O-below", "employee", "hr-lead");

  private String first = "";
  private String second = "";

  @BeforeAll
  void four_managers_have_rated_and_profiling_is_on() {
    Api.connect();
    List<Sent> events = new ArrayList<>();
    for (String rater : List.of("O-ann", "O-ben", "O-cid", "O-dee")) {
      events.add(Company.employee(rater, Map.of("country", "DK")));
      for (int person = 0; person < 6; person++) {
        Map<String, Object> review =
            Company.review("of " + rater + " " + person, CYCLE, "SUBMITTED");
        review.put("reviewerId", Company.id(rater));
        review.put("originalOrdinal", 2 + person % 3);
        review.put("ordinal", 2 + person % 3);
        events.add(Company.event("org.evenhand.review.submitted.v1", 1, review));
      }
    }
    events.add(person("O-between", "O-ann"));
    events.add(person("O-below", "O-between"));
    events.add(Company.employee("O-lead", Map.of("country", "DK")));
    events.add(BlindScores.twelve(CYCLE, "one", "O-ann", "O-ben", "O-cid"));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Releases.publish(CYCLE);
    Api.as(LEAD)
        .contentType("application/json")
        .body(Map.of("legalBasis", "an agreement", "reason", "wanted", "from", "2020-01-01"))
        .put("/v1/rater-profiling/DK")
        .then()
        .statusCode(201);
    Api.until(
        () -> raters(LEAD),
        answer -> answer.statusCode() == 200 && answer.jsonPath().getList("raters").size() == 4);
  }

  @Test
  @Order(1)
  void nobody_objects_to_a_profile_that_they_have_not_seen() {
    file(ANN, WORDS, null)
        .then()
        .statusCode(422)
        .body("type", containsString("profile-not-seen"))
        .body("errors[0].pointer", equalTo("/cycleId"));
    file(Tokens.forEmployee("NOBODY", "manager"), WORDS, null)
        .then()
        .statusCode(403)
        .body("type", containsString("employee-unknown"));
  }

  @Test
  @Order(2)
  void while_an_objection_is_open_nobody_else_sees_the_figures() {
    raters(ANN).then().body("raters[0].blindSeverity.difference", equalTo(1.4f));
    raters(LEAD)
        .then()
        .body(ofAnn("state"), equalTo("SHOWN"))
        .body(ofAnn("objection"), nullValue());
    Response filed = file(ANN, WORDS, "objection-1");
    filed
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"0\""))
        .body("state", equalTo("OPEN"))
        .body("rater.id", equalTo(Company.id("O-ann").toString()))
        .body("words", equalTo(WORDS))
        .body("actions", empty());
    first = filed.path("id");
    assertEquals(first, file(ANN, WORDS, "objection-1").path("id"), "the same key, the same one");
    file(ANN, WORDS + " So did I.", "objection-1").then().statusCode(422);
    file(ANN, WORDS, null).then().statusCode(409).body("detail", containsString("OPEN"));

    raters(LEAD)
        .then()
        .body(ofAnn("state"), equalTo("CONTESTED"))
        .body(ofAnn("raterSeverity"), nullValue())
        .body(ofAnn("blindSeverity.state"), equalTo("CONTESTED"))
        .body(ofAnn("blindSeverity.difference"), nullValue())
        .body(ofAnn("objection.id"), equalTo(first));
    raters(ANN)
        .then()
        .body("raters[0].state", equalTo("SHOWN"))
        .body("raters[0].objection.state", equalTo("OPEN"));
  }

  @Test
  @Order(3)
  void it_is_known_to_the_manager_and_to_hr_leads_who_do_not_work_for_them() {
    Api.as(BEN).get(PATH + "/" + first).then().statusCode(404);
    Api.as(BEN).get(PATH).then().statusCode(200).body("items", empty());
    Api.as(BELOW).get(PATH + "/" + first).then().statusCode(404);
    Api.as(BELOW).get(PATH).then().body("items.id", not(contains(first)));
    Api.as(ANN).get(PATH).then().body("items.id", contains(first));
    Api.as(LEAD)
        .get(PATH + "/" + first)
        .then()
        .statusCode(200)
        .body("words", equalTo(WORDS))
        .body("actions", contains("answerRaterObjection"));
    Api.as(ANN_AS_LEAD).get(PATH + "/" + first).then().statusCode(200).body("actions", empty());
    assertTrue(tasks(LEAD).contains(PATH + "/" + first));
    for (Tokens token : List.of(ANN, ANN_AS_LEAD, BEN, BELOW)) {
      assertFalse(tasks(token).contains(PATH + "/" + first), token.subject());
    }
  }

  @Test
  @Order(4)
  void it_is_answered_by_an_independent_hr_lead_who_has_read_it() {
    answer(BELOW, first, "UPHELD", "\"0\"").then().statusCode(404);
    answer(ANN_AS_LEAD, first, "UPHELD", "\"0\"").then().statusCode(403);
    answer(Tokens.forEmployee("NOBODY", "hr-lead"), first, "UPHELD", "\"0\"")
        .then()
        .statusCode(403)
        .body("type", containsString("employee-unknown"));
    answer(LEAD, first, "DECLINED", null).then().statusCode(428);
    answer(LEAD, first, "DECLINED", "\"7\"").then().statusCode(412);
    Api.as(LEAD)
        .get(PATH + "/" + first)
        .then()
        .header("ETag", equalTo("\"0\""))
        .body("state", equalTo("OPEN"));
  }

  @Test
  @Order(5)
  void declined_it_is_shown_again_with_the_mark_that_it_was_contested() {
    answer(LEAD, first, "DECLINED", "\"0\"")
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("state", equalTo("DECLINED"))
        .body("actions", empty());
    answer(LEAD, first, "UPHELD", "\"1\"").then().statusCode(409);
    assertFalse(tasks(LEAD).contains(PATH + "/" + first));
    assertEquals(
        List.of("DONE"), Database.column("select state from duty where subject = '" + first + "'"));
    raters(LEAD)
        .then()
        .body(ofAnn("state"), equalTo("SHOWN"))
        .body(ofAnn("raterSeverity"), notNullValue())
        .body(ofAnn("blindSeverity.difference"), equalTo(0.75f))
        .body(ofAnn("objection.state"), equalTo("DECLINED"));
    Api.as(ANN)
        .get(PATH + "/" + first)
        .then()
        .body("answer.outcome", equalTo("DECLINED"))
        .body("answer.reason", equalTo(REASON))
        .body("answer.by.id", equalTo(Company.id("O-lead").toString()))
        .body("answer.at", notNullValue());
  }

  @Test
  @Order(6)
  void upheld_it_stays_out_of_others_sight_for_that_cycle() {
    second = file(ANN, WORDS, null).then().statusCode(201).extract().path("id");
    answer(LEAD, second, "UPHELD", "\"0\"").then().statusCode(200);
    raters(LEAD)
        .then()
        .body(ofAnn("state"), equalTo("WITHDRAWN"))
        .body(ofAnn("raterSeverity"), nullValue())
        .body(ofAnn("blindSeverity.state"), equalTo("WITHDRAWN"))
        .body(ofAnn("blindSeverity.difference"), nullValue());
    raters(ANN).then().body("raters[0].state", equalTo("SHOWN"));
    file(ANN, WORDS, null).then().statusCode(409).body("detail", containsString("UPHELD"));
  }

  @Test
  @Order(7)
  void objections_are_read_page_by_page_the_newest_first_and_by_state() {
    Response newest = of(ANN, Map.of("limit", 1));
    newest.then().body("items.id", contains(second)).body("next", notNullValue());
    of(ANN, Map.of("limit", 1, "cursor", newest.<String>path("next")))
        .then()
        .body("items.id", contains(first))
        .body("next", nullValue());
    of(LEAD, Map.of("cycle", CYCLE, "state", "UPHELD")).then().body("items.id", contains(second));
    of(LEAD, Map.of("state", "LOST"))
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("state"));
    of(LEAD, Map.of("cycle", "1066")).then().statusCode(404);
  }

  @Test
  @Order(8)
  void of_many_objections_at_the_same_moment_one_is_taken() {
    raters(CID).then().body("raters[0].state", equalTo("SHOWN"));
    List<Integer> answers =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> file(CID, WORDS, null).statusCode()))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(201, answers.get(0));
    assertTrue(
        answers.stream().skip(1).allMatch(status -> status == 409 || status == 412),
        answers::toString);
    of(CID, Map.of()).then().body("items", hasSize(1));
  }

  @Test
  @Order(9)
  void the_trail_says_who_did_what_and_neither_it_nor_an_event_holds_the_words() {
    String trail =
        "select action || ' ' || actor from audit where aggregate_type = 'rater-objection'"
            + " and aggregate_id = '%s' order by sequence";
    assertEquals(
        List.of("filed " + Company.id("O-ann"), "answered " + Company.id("O-lead")),
        Database.column(trail.formatted(first)));
    assertEquals(
        0,
        Database.number(
            "select count(*) from audit where content like '%heliotrope%'"
                + " or content like '%quincunx%'"));
    assertTrue(
        Events.ofTest().all("evenhand.findings").stream()
            .map(event -> String.valueOf(event.value()))
            .noneMatch(event -> event.contains("heliotrope") || event.contains("quincunx")));
  }

  private static Sent person(String externalId, String manager) {
    return Company.employee(externalId, Map.of("country", "DK", "managerId", Company.id(manager)));
  }

  private static List<String> tasks(Tokens token) {
    return Api.as(token)
        .queryParams(Map.of("kind", "RATER_OBJECTION_ANSWER", "limit", 200))
        .get("/v1/tasks")
        .then()
        .statusCode(200)
        .extract()
        .path("items.subject");
  }

  private static String ofAnn(String field) {
    return "raters.find { it.rater.id == '" + Company.id("O-ann") + "' }." + field;
  }

  private static Response raters(Tokens token) {
    return Api.as(token).queryParam("cycle", CYCLE).get("/v1/raters");
  }

  private static Response of(Tokens token, Map<String, ?> question) {
    return Api.as(token).queryParams(question).get(PATH);
  }

  private static Response file(Tokens token, String words, String key) {
    var request =
        Api.as(token)
            .contentType("application/json")
            .body(Map.of("cycleId", Company.id("cycle " + CYCLE), "words", words));
    return (key == null ? request : request.header("Idempotency-Key", key)).post(PATH);
  }

  private static Response answer(Tokens token, String id, String outcome, String ifMatch) {
    var request =
        Api.as(token)
            .contentType("application/json")
            .body(Map.of("outcome", outcome, "reason", REASON));
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .post(PATH + "/" + id + "/answer");
  }
}
