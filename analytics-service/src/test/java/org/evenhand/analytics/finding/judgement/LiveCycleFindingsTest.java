package org.evenhand.analytics.finding.judgement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.NamesResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** From the proposal to share, by the judgement, to the joint response, and to the next cycle. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveCycleFindingsTest {

  private static final String CYCLE = "judged";
  private static final String NEXT = "a year later";
  private static final String RESPONSE = "FINDING_RESPONSE";
  private static final String COUNTERSIGNATURE = "FINDING_COUNTERSIGNATURE";
  private static final int CALIBRATED = TwoTeams.PEOPLE * 2 / 3;
  private static final int LATE = 58;
  private static final String ACTION = "Both read the reviews of the North again";
  private static final Map<String, Object> LATE_RESPONSE =
      Map.of("action", ACTION, "dueOn", "2020-01-31");

  @Inject DueRunner dueWork;

  /**
   * The proposal is heard of before the reviews that it is about. Of one the session's decision is
   * still on its way when all others have come, and another is still being calibrated.
   */
  @BeforeAll
  void a_sharing_is_proposed() throws Throwable {
    TwoTeams.exist();
    TwoTeams.send(List.of(TwoTeams.sharingProposed(CYCLE, TwoTeams.PEOPLE, CALIBRATED, 7)));
    TwoTeams.send(reviews(CYCLE));
    awaitSubmitted(CYCLE);
    runDue();
    assertEquals(0, judgements(CYCLE), "not while a session holds a review");

    TwoTeams.send(List.of(TwoTeams.review(CYCLE, 59, "CALIBRATED", 1, 5, 2)));
    awaitCalibrated(CALIBRATED - 1);
    runDue();
    assertEquals(0, judgements(CYCLE), "not while a decision is on its way");

    TwoTeams.send(List.of(TwoTeams.review(CYCLE, LATE, "CALIBRATED", 1, stands(LATE), 2)));
    judged(CYCLE);
  }

  /** A third are as their reviewers gave them, the others as a session decided. */
  private static List<Sent> reviews(String cycle) {
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < TwoTeams.PEOPLE; person++) {
      int stands = stands(person);
      if (person == LATE) {
        events.add(TwoTeams.review(cycle, person, "SUBMITTED", 1, 1, 1));
      } else {
        String state = state(person);
        int original = state.equals("SUBMITTED") ? stands : 1;
        events.add(TwoTeams.review(cycle, person, state, original, stands, 1));
      }
    }
    return events;
  }

  private static String state(int person) {
    return person == 59 ? "IN_CALIBRATION" : person % 3 == 0 ? "SUBMITTED" : "CALIBRATED";
  }

  /** Two of the North are at the top, and twenty of the South. */
  private static int stands(int person) {
    if (TwoTeams.isNorth(person)) {
      return person < 4 ? 5 : 2 + person / 2 % 2;
    }
    return person < 20 || person >= 40 ? 5 : 2 + person / 2 % 2;
  }

  @Test
  @Order(1)
  void what_was_judged_is_what_will_be_shared() {
    Response finding = ratio();
    finding
        .then()
        .statusCode(200)
        .body("summary.verdict", equalTo("CRITICAL"))
        .body("summary.state", equalTo("RAISED"))
        .body("summary.cycle.origin", equalTo("LIVE"))
        .body("summary.group", equalTo("North"))
        .body("summary.reference", equalTo("South"))
        .body("summary.people", equalTo(30))
        .body("figures.selected", equalTo(2))
        .body("summary.effect.value", equalTo(0.1f))
        .body("summary.effect.interval.low", notNullValue())
        .body("figures.impactRatio.test.name", notNullValue())
        .body("figures.impactRatio.stratified", notNullValue())
        .body("family.name", equalTo(CYCLE + " × impactRatio"))
        .body("rule.version", notNullValue())
        .body("reasons", not(empty()))
        .body("clearedBy", not(empty()))
        .body("measured", containsString("2 of 30"))
        .body("notSaid", containsString("no rating is changed"));
    Api.fairness(CYCLE, TwoTeams.DIMENSION, "AFTER")
        .then()
        .body("groups.find { it.value == 'North' }.n", equalTo(30))
        .body("groups.find { it.value == 'North' }.selected", equalTo(2))
        .body("interim", nullValue());
  }

  @Test
  @Order(2)
  void events_tell_of_it_and_name_no_group_and_no_figure() throws JsonProcessingException {
    List<ConsumerRecord<String, String>> told = told(CYCLE);
    told.forEach(EventSchemas::check);
    List<JsonNode> judged = new ArrayList<>();
    for (ConsumerRecord<String, String> event : told) {
      if ("org.evenhand.cycle.judged.v1".equals(Events.header(event, "ce_type"))) {
        judged.add(new ObjectMapper().readTree(event.value()));
      }
    }
    assertEquals(1, judged.size());
    assertEquals(told.size() - 1, judged.get(0).path("raised").asInt(), "and one for each finding");
    for (ConsumerRecord<String, String> event : told) {
      for (String word : List.of("North", "South", "region", "Region", "0.1")) {
        assertFalse(event.value().contains(word), event.value());
      }
    }
  }

  @Test
  @Order(3)
  void a_live_cycle_is_judged_once_however_often_its_sharing_is_proposed() throws Throwable {
    int told = told(CYCLE).size();
    TwoTeams.send(
        List.of(
            TwoTeams.sharingProposed(CYCLE, TwoTeams.PEOPLE, CALIBRATED, 7),
            TwoTeams.review(CYCLE, 0, "CALIBRATED", 1, 5, 3),
            TwoTeams.sharingProposed(CYCLE, 3, 1, 9)));
    String cycle = Company.id("cycle " + CYCLE).toString();
    Api.until(
        () -> ratio(),
        answer ->
            Database.number(
                    "select coalesce(max(sequence), 0) from inbox where topic = 'evenhand.cycles'"
                        + " and subject = '"
                        + cycle
                        + "'")
                == 9);
    runDue();
    assertEquals(1, judgements(CYCLE));
    assertEquals(told, told(CYCLE).size());
  }

  @Test
  @Order(4)
  void who_has_a_part_in_the_cycle_sees_its_findings_and_nobody_else() {
    for (Tokens token : List.of(TwoTeams.MANAGER, TwoTeams.HR, TwoTeams.LEAD, Api.INSIGHT)) {
      list(token, Map.of()).then().statusCode(200).body("items.group", hasItem("North"));
    }
    for (Tokens token : List.of(TwoTeams.OTHER_MANAGER, TwoTeams.OTHER_HR)) {
      list(token, Map.of()).then().statusCode(200).body("items", empty());
      Api.as(token).get("/v1/findings/" + id()).then().statusCode(404);
      for (Map<String, Object> body : List.of(response(ACTION), LATE_RESPONSE)) {
        respond(token, "\"0\"", body).then().statusCode(404);
      }
    }
    Api.as(TwoTeams.MANAGER)
        .get("/v1/findings/" + id())
        .then()
        .body("actions", equalTo(List.of("respondToFinding")));
    Api.as(Api.INSIGHT).get("/v1/findings/" + id()).then().body("actions", empty());
    Api.as(Tokens.forEmployee("TT1", "employee"))
        .get("/v1/findings/" + id())
        .then()
        .statusCode(403);
  }

  @Test
  @Order(4)
  void it_is_a_task_of_both_sides_and_of_nobody_who_has_no_part_in_the_cycle() {
    assertEquals(List.of(RESPONSE), waitsFor(TwoTeams.MANAGER));
    assertEquals(List.of(RESPONSE), waitsFor(TwoTeams.HR));
    for (Tokens token : List.of(TwoTeams.LEAD, TwoTeams.OTHER_MANAGER, TwoTeams.OTHER_HR)) {
      assertEquals(List.of(), waitsFor(token), token.subject());
    }
    Api.as(Tokens.forEmployee("TT-A", "auditor")).get("/v1/tasks").then().statusCode(403);
  }

  @Test
  @Order(5)
  void findings_are_filtered_paged_and_a_bad_filter_is_named() {
    list(Api.INSIGHT, Map.of("metric", "cliffsDelta", "state", "RAISED"))
        .then()
        .body("items.metric", everyItem(equalTo("cliffsDelta")))
        .body("items", hasSize(1));
    list(Api.INSIGHT, Map.of("verdict", "EXPLAINED")).then().body("items", empty());
    Response first = list(Api.INSIGHT, Map.of("limit", "1"));
    list(Api.INSIGHT, Map.of("limit", "1", "cursor", first.path("next")))
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", not(equalTo(first.<String>path("items[0].id"))));
    Map.of(
            "metric", "shoeSize",
            "verdict", "GUILTY",
            "state", "OPEN",
            "dimension", "shoeSize",
            "limit", "0",
            "cursor", "???")
        .forEach(
            (parameter, value) ->
                list(Api.INSIGHT, Map.of(parameter, value))
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(parameter)));
    Api.as(Api.INSIGHT)
        .queryParam("cycle", "1066")
        .get("/v1/findings")
        .then()
        .statusCode(404)
        .body("errors[0].parameter", equalTo("cycle"));
    Api.as(Api.INSIGHT).get("/v1/findings/" + UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  @Order(5)
  void a_judgement_says_by_which_rule_and_how_often_it_came_to_what() {
    for (Tokens token : List.of(Api.INSIGHT, TwoTeams.MANAGER)) {
      Api.as(token)
          .queryParam("cycle", CYCLE)
          .get("/v1/judgements")
          .then()
          .statusCode(200)
          .body("items", hasSize(1))
          .body("items[0].number", equalTo(1))
          .body("items[0].raised", equalTo(2))
          .body("items[0].outcomes.byMetric.impactRatio.CRITICAL", equalTo(1))
          .body("items[0].rule.version", notNullValue());
    }
    Api.as(TwoTeams.OTHER_MANAGER).get("/v1/judgements").then().body("items", empty());
  }

  @Test
  @Order(6)
  void a_response_needs_words_a_day_ahead_and_the_version_that_was_read() {
    respond(TwoTeams.LEAD, "\"0\"", Map.of("action", " ", "dueOn", "2099-01-31"))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/action"));
    respond(TwoTeams.LEAD, "\"7\"", LATE_RESPONSE).then().statusCode(412);
    respond(TwoTeams.LEAD, "\"0\"", LATE_RESPONSE)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/dueOn"));
    Api.as(TwoTeams.LEAD)
        .contentType("application/json")
        .body(LATE_RESPONSE)
        .post("/v1/findings/" + id() + "/response")
        .then()
        .statusCode(428);
    sign(TwoTeams.MANAGER, etag())
        .then()
        .statusCode(409)
        .body("allowed", equalTo(List.of("respondToFinding")));
  }

  @Test
  @Order(7)
  void of_two_who_answer_on_the_same_version_the_second_is_told() {
    String read = etag();
    respond(TwoTeams.MANAGER, read, response("Something else")).then().statusCode(200);
    assertEquals(List.of(), waitsFor(TwoTeams.MANAGER));
    assertEquals(List.of(COUNTERSIGNATURE), waitsFor(TwoTeams.HR));
    respond(TwoTeams.LEAD, read, response(ACTION)).then().statusCode(412);
    respond(TwoTeams.LEAD, etag(), response(ACTION))
        .then()
        .statusCode(200)
        .body("response.proposal.side", equalTo("HR"))
        .body("response.proposal.by.id", equalTo(Company.id("TT-L").toString()))
        .body("response.proposal.by.name", equalTo(NamesResource.nameOf(Company.id("TT-L"))))
        .body("summary.state", equalTo("RAISED"));
    Api.as(Api.INSIGHT)
        .get("/v1/findings/" + id())
        .then()
        .body("response.proposal.by.id", equalTo(Company.id("TT-L").toString()))
        .body("response.proposal.by.name", nullValue());
    assertEquals(List.of(COUNTERSIGNATURE), waitsFor(TwoTeams.MANAGER));
    assertEquals(List.of(), waitsFor(TwoTeams.HR));
  }

  @Test
  @Order(8)
  void never_the_same_person_and_never_the_same_side_signs_twice() {
    sign(TwoTeams.LEAD, etag())
        .then()
        .statusCode(422)
        .body("type", containsString("/same-person-twice"));
    sign(TwoTeams.HR, etag())
        .then()
        .statusCode(422)
        .body("type", containsString("/same-side-twice"));
  }

  @Test
  @Order(9)
  void both_sides_answer_it_and_the_event_keeps_their_words_for_themselves() {
    String read = etag();
    Response first = sign(TwoTeams.MANAGER, read, "answer-1");
    first
        .then()
        .statusCode(200)
        .body("summary.state", equalTo("ANSWERED"))
        .body("response.countersignature.side", equalTo("MANAGER"))
        .body("actions", empty());
    assertEquals(first.asString(), sign(TwoTeams.MANAGER, read, "answer-1").asString());
    ConsumerRecord<String, String> told =
        Events.ofTest()
            .await(
                FindingEvents.TOPIC,
                1,
                event ->
                    id().equals(Events.header(event, "ce_subject"))
                        && "org.evenhand.finding.answered.v1"
                            .equals(Events.header(event, "ce_type")))
            .get(0);
    EventSchemas.check(told);
    assertFalse(told.value().contains(ACTION));
    respond(TwoTeams.LEAD, etag(), response(ACTION)).then().statusCode(409);
    assertEquals(List.of(), waitsFor(TwoTeams.MANAGER));
    assertEquals(List.of(), waitsFor(TwoTeams.HR));
    assertEquals(
        List.of(
            COUNTERSIGNATURE + " HR LAPSED",
            COUNTERSIGNATURE + " MANAGER DONE",
            RESPONSE + " HR LAPSED",
            RESPONSE + " MANAGER DONE"),
        Database.column(
            "select kind || ' ' || side || ' ' || state from duty where subject = '"
                + id()
                + "' order by kind, side"));
  }

  /** The kinds of task that somebody has about the finding. */
  private static List<String> waitsFor(Tokens token) {
    return Stream.of(RESPONSE, COUNTERSIGNATURE)
        .filter(kind -> TwoTeams.tasks(token, kind).contains("/v1/findings/" + id()))
        .toList();
  }

  @Test
  @Order(10)
  void a_later_cycle_in_which_the_groups_fare_alike_clears_what_was_answered() {
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < TwoTeams.PEOPLE; person++) {
      int stands = person / 2 % 5 == 0 ? 5 : 2 + person / 2 % 3;
      events.add(TwoTeams.review(NEXT, person, "CALIBRATED", stands, stands, 1));
    }
    events.add(TwoTeams.sharingProposed(NEXT, TwoTeams.PEOPLE, TwoTeams.PEOPLE, 4));
    TwoTeams.send(events);
    judged(NEXT);
    ratio()
        .then()
        .body("summary.state", equalTo("CLEARED"))
        .body("cleared.reason", equalTo("NO_LONGER_REACHED"))
        .body("response.action", equalTo(ACTION));
    EventSchemas.check(
        Events.ofTest()
            .await(
                FindingEvents.TOPIC,
                1,
                event ->
                    id().equals(Events.header(event, "ce_subject"))
                        && "org.evenhand.finding.cleared.v1"
                            .equals(Events.header(event, "ce_type")))
            .get(0));
    list(Api.INSIGHT, Map.of("metric", "cliffsDelta", "dimension", TwoTeams.DIMENSION))
        .then()
        .body("items.state", contains("RAISED"));
    Api.as(Api.INSIGHT)
        .queryParams(Map.of("cycle", NEXT))
        .get("/v1/findings")
        .then()
        .body("items.verdict", not(hasItems("WARN")));
  }

  private static Response list(Tokens token, Map<String, String> filters) {
    return Api.as(token).queryParam("cycle", CYCLE).queryParams(filters).get("/v1/findings");
  }

  private static String id() {
    return list(Api.INSIGHT, Map.of("metric", "impactRatio", "dimension", TwoTeams.DIMENSION))
        .path("items[0].id");
  }

  private static Response ratio() {
    return Api.as(Api.INSIGHT).get("/v1/findings/" + id());
  }

  private static String etag() {
    return ratio().header("ETag");
  }

  private static Map<String, Object> response(String action) {
    return Map.of("action", action, "dueOn", LocalDate.of(2099, 1, 31).toString());
  }

  private static Response respond(Tokens token, String etag, Map<String, Object> body) {
    return Api.as(token)
        .contentType("application/json")
        .header("If-Match", etag)
        .body(body)
        .post("/v1/findings/" + id() + "/response");
  }

  private static Response sign(Tokens token, String etag) {
    return sign(token, etag, UUID.randomUUID().toString());
  }

  private static Response sign(Tokens token, String etag, String key) {
    return Api.as(token)
        .header("If-Match", etag)
        .header("Idempotency-Key", key)
        .post("/v1/findings/" + id() + "/response/countersignature");
  }

  private void runDue() throws Throwable {
    VertxContextSupport.subscribeAndAwait(dueWork::runDue);
  }

  private static void awaitSubmitted(String cycle) {
    Api.until(
        () -> Api.completion(Api.INSIGHT, cycle, "none"),
        answer ->
            answer.statusCode() == 200
                && Integer.valueOf(TwoTeams.PEOPLE).equals(answer.path("groups[0].submitted")));
  }

  private static void awaitCalibrated(int reviews) {
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"),
        answer -> Integer.valueOf(reviews).equals(answer.path("groups[0].calibrated")));
  }

  private static long judgements(String cycle) {
    return Database.number("select count(*) from judgement where cycle_key = '" + cycle + "'");
  }

  private static void judged(String cycle) {
    Events.ofTest()
        .await(
            FindingEvents.TOPIC,
            1,
            event ->
                event.key().equals(Company.id("cycle " + cycle).toString())
                    && "org.evenhand.cycle.judged.v1".equals(Events.header(event, "ce_type")));
  }

  private static List<ConsumerRecord<String, String>> told(String cycle) {
    return Events.ofTest().all(FindingEvents.TOPIC).stream()
        .filter(event -> event.value().contains(Company.id("cycle " + cycle).toString()))
        .toList();
  }
}
