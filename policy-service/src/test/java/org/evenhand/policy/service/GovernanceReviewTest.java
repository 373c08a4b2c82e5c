package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.CharterPeople.AUTHOR;
import static org.evenhand.policy.service.CharterPeople.EMPLOYEE;
import static org.evenhand.policy.service.CharterPeople.HR;
import static org.evenhand.policy.service.CharterPeople.NORTH;
import static org.evenhand.policy.service.CharterPeople.SOUTH;
import static org.evenhand.policy.service.CharterPeople.SOUTH_TOO;
import static org.evenhand.policy.service.GovernanceReviews.etag;
import static org.evenhand.policy.service.GovernanceReviews.last;
import static org.evenhand.policy.service.GovernanceReviews.prepare;
import static org.evenhand.policy.service.GovernanceReviews.read;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GovernanceReviewTest extends ServiceTest {

  private static final List<String> BOTH_SIDES = List.of("CH-H1", "CH-M1", "CH-M3");

  @Inject CharterPeople company;

  @BeforeEach
  void a_company_with_a_charter() {
    company.arrive();
    company.withoutCharter();
    CharterUnderTest.signed(dayNow());
    runDue();
  }

  @Test
  void a_review_is_scheduled_prepared_held_and_signed_and_the_next_one_follows() {
    String review = last();
    LocalDate day = onOrAfter(dayNow().plusMonths(3));
    read(EMPLOYEE, review)
        .body("state", equalTo("SCHEDULED"))
        .body("dueOn", equalTo(day.toString()))
        .body("owner.id", equalTo(CharterPeople.id("CH-H1").toString()))
        .body("actions", empty());
    assertThat(tasks(AUTHOR, "GOVERNANCE_REVIEW")).containsExactly(review);

    prepare(review).then().statusCode(200).body("state", equalTo("PREPARED"));
    read(EMPLOYEE, review).body("$", not(hasKey("agenda")));
    record(review, BOTH_SIDES, List.of(decision("Answer sooner", "CH-H1", "HR")))
        .then()
        .statusCode(200)
        .body("state", equalTo("HELD"));
    assertThat(tasks(AUTHOR, "GOVERNANCE_REVIEW")).doesNotContain(review);
    assertThat(tasks(NORTH, "MINUTES_SIGNATURE")).containsExactly(review);
    sign(AUTHOR, review).then().body("state", equalTo("HELD"));
    read(EMPLOYEE, review).body("$", not(hasKey("minutes"))).body("decisions", empty());
    sign(SOUTH_TOO, review).then().statusCode(403);
    sign(SOUTH, review).then().statusCode(200).body("state", equalTo("SIGNED"));

    assertThat(tasks(NORTH, "MINUTES_SIGNATURE")).isEmpty();
    read(EMPLOYEE, review)
        .body("minutes.text", equalTo("What we said"))
        .body("decisions.text", contains("Answer sooner"))
        .body("late", equalTo(false));
    assertThat(last()).isNotEqualTo(review);
    read(EMPLOYEE, last())
        .body("state", equalTo("SCHEDULED"))
        .body("dueOn", equalTo(onOrAfter(day.plusMonths(3)).toString()));
    assertThat(told(review, 2)).containsExactly("prepared", "signed");
  }

  @Test
  void a_review_held_with_one_side_present_is_refused() {
    String review = last();
    prepare(review).then().statusCode(200);

    for (List<String> present :
        List.of(
            List.of("CH-H1", "CH-H2"),
            List.of("CH-H1", "CH-M1"),
            List.of("CH-H1", "CH-M1", "CH-M2"))) {
      record(review, present, List.of())
          .then()
          .statusCode(409)
          .body("type", equalTo("http://localhost:8080/problems/quorum-missing"));
    }
    recordAs(NORTH, review, List.of("CH-M1", "CH-M3"), List.of()).then().statusCode(409);
    read(HR, review).body("state", equalTo("PREPARED"));
  }

  @Test
  void a_missed_review_is_told_escalates_and_stays_late_when_it_is_held() {
    String review = last();
    LocalDate day = LocalDate.parse(read(HR, review).extract().path("dueOn"));
    clock.set(endOf(day).minusSeconds(1));
    runDue();
    read(HR, review).body("state", equalTo("SCHEDULED"));

    clock.set(endOf(day));
    runDue();

    read(EMPLOYEE, review).body("state", equalTo("MISSED")).body("late", equalTo(true));
    assertThat(last()).isNotEqualTo(review);
    read(HR, last()).body("dueOn", equalTo(onOrAfter(day.plusMonths(3)).toString()));
    assertThat(told(review, 1)).containsExactly("missed");
    clock.advance(Duration.ofDays(8));
    runDue();
    read(EMPLOYEE, review).body("state", equalTo("ESCALATED"));
    record(review, BOTH_SIDES, List.of()).then().statusCode(409);
    prepare(review).then().statusCode(200).body("state", equalTo("ESCALATED"));
    String next = last();
    record(review, BOTH_SIDES, List.of()).then().statusCode(200);
    sign(AUTHOR, review).then().statusCode(200);
    sign(NORTH, review).then().body("state", equalTo("SIGNED")).body("late", equalTo(true));
    assertThat(last()).as("the next one was set when this one was missed").isEqualTo(next);
  }

  @Test
  void the_same_decision_dropped_three_times_is_shown_as_repeated() {
    for (int i = 0; i < 3; i++) {
      String review = last();
      held(review, List.of(decision("Train the raters" + "!".repeat(i), "CH-M1", "MANAGER")));
      read(HR, review).body("decisions[0].droppedBefore", equalTo(i));
      close(NORTH, review, "dropping", Map.of()).then().statusCode(400);
      close(NORTH, review, "dropping", Map.of("reason", "No time"))
          .then()
          .statusCode(200)
          .body("decisions[0].state", equalTo("DROPPED"))
          .body("decisions[0].repeated", equalTo(i == 2));
    }

    prepare(last()).then().body("agenda.items.topic", hasItem("REPEATED_DECISIONS"));
    record(last(), BOTH_SIDES, List.of(decision("TRAIN the raters", "CH-M1", "MANAGER")))
        .then()
        .body("decisions[0].droppedBefore", equalTo(3))
        .body("decisions[0].repeated", equalTo(true));
  }

  @Test
  void a_decision_is_a_duty_of_whoever_is_responsible_until_it_is_done() {
    String review = last();
    held(review, List.of(decision("Answer sooner", "CH-M3", "MANAGER")));
    assertThat(tasks(SOUTH, "DECISION_ACTION")).containsExactly(review);
    close(SOUTH_TOO, review, "completion", null).then().statusCode(403);
    close(AUTHOR, review, "completion", null).then().statusCode(403);
    prepare(last()).then().body("agenda.items.topic", hasItem("OPEN_DECISIONS"));

    close(SOUTH, review, "completion", null)
        .then()
        .statusCode(200)
        .body("decisions[0].state", equalTo("DONE"))
        .body("decisions[0].closedBy.id", equalTo(CharterPeople.id("CH-M3").toString()));

    assertThat(tasks(SOUTH, "DECISION_ACTION")).isEmpty();
    close(SOUTH, review, "completion", null).then().statusCode(409);
    as(SOUTH)
        .header("If-Match", etag(review))
        .post("/v1/governance-reviews/" + review + "/decisions/9/completion")
        .then()
        .statusCode(404);
    prepare(last()).then().body("agenda.items.topic", not(hasItem("OPEN_DECISIONS")));
  }

  @Test
  void the_agenda_is_frozen_with_what_waits_here_and_what_other_services_tell() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock).inConsultation();
    as(Staff.EMPLOYEE)
        .body(Map.of("kind", "COMMENT", "pointer", "", "text", "Why so?"))
        .post(policy.path() + "/comments")
        .then()
        .statusCode(201);
    UUID duty = UUID.randomUUID();
    UUID finding = UUID.randomUUID();
    publishDuty(duty, 1, "OVERDUE", true);
    List<UUID> others = Stream.generate(UUID::randomUUID).limit(4).toList();
    others.forEach(other -> publishDuty(other, 1, "OVERDUE", true));
    UUID single = UUID.randomUUID();
    publishDuty(single, 1, "OVERDUE", true, "COMPANY");
    publishFinding(finding, 1, "raised");
    String review = last();
    String at = "/v1/findings/" + finding;

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(company.isLate(duty)).isTrue();
              assertThat(company.isLate(single)).isTrue();
              prepare(review)
                  .then()
                  .body("agenda.items.subject", hasItem(at))
                  .body("agenda.items.subject", hasItem(policy.path()))
                  .body("agenda.items.topic", hasItem("LATE_DUTIES"))
                  .body("agenda.items.side", not(hasItem("COMPANY")));
            });
    var agenda = Contents.parse(read(HR, review).extract().asString()).get("agenda");
    assertThat(CanonicalContent.hash(agenda.get("items"))).isEqualTo(agenda.get("hash").asText());

    // what waits for somebody away has passed on, and is not late
    publishDuty(duty, 2, "ESCALATED", false);
    others.forEach(other -> publishDuty(other, 2, "DONE", true));
    publishFinding(finding, 2, "cleared");
    read(HR, review).body("agenda.items.subject", hasItem(at));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              prepare(review).then().body("agenda.items.subject", not(hasItem(at)));
              assertThat(company.isLate(duty)).isFalse();
            });
    recordAbout(agenda.get("hash").asText(), review)
        .then()
        .statusCode(409)
        .body("errors.pointer", contains("/agendaHash"));
  }

  @Test
  void minutes_that_nobody_could_sign_or_follow_are_refused_with_every_fault() {
    String review = last();
    prepare(review).then().statusCode(200);
    Map<String, Object> late =
        Map.of(
            "text", "Do it",
            "side", "HR",
            "responsible", "CH-M1",
            "dueOn", dayNow().minusDays(1).toString(),
            "links", List.of("/v1/cycles/1", "/v1/reviews/1"));

    record(review, List.of("CH-M1", "CH-M3", "CH-M3", "CH-E1", "nobody"), List.of(late))
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/minutes-invalid"))
        .body(
            "errors.pointer",
            contains(
                "/present/2",
                "/present/3",
                "/present/4",
                "/present",
                "/decisions/0/responsible",
                "/decisions/0/links/1",
                "/decisions/0/dueOn"));
    read(HR, review).body("state", equalTo("PREPARED"));
  }

  @Test
  void minutes_recorded_anew_are_signed_anew() {
    String review = last();
    prepare(review).then().statusCode(200);
    record(review, BOTH_SIDES, List.of()).then().statusCode(200);
    sign(NORTH, review).then().statusCode(200);
    String before = read(HR, review).extract().path("minutes.hash");

    record(review, BOTH_SIDES, List.of(decision("Answer sooner", "CH-H1", "HR")))
        .then()
        .statusCode(200)
        .body("state", equalTo("HELD"))
        .body("minutes.signatures", empty());

    as(AUTHOR)
        .header("If-Match", etag(review))
        .body(Map.of("minutesHash", before))
        .post("/v1/governance-reviews/" + review + "/signatures")
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/content-changed"));
    sign(AUTHOR, review).then().body("state", equalTo("HELD"));
    sign(AUTHOR, review).then().statusCode(409);
    sign(NORTH, review).then().body("state", equalTo("SIGNED"));
    record(review, BOTH_SIDES, List.of()).then().statusCode(409);
  }

  @Test
  void a_new_charter_names_another_owner_and_moves_no_day() {
    String review = last();
    String day = read(HR, review).extract().path("dueOn");
    var content =
        CharterUnderTest.content(dayNow())
            .put("owner", CharterPeople.id("CH-H2").toString())
            .put("reviewInterval", "P1M");
    CharterUnderTest next = CharterUnderTest.signed(content);
    runDue();

    assertThat(last()).isEqualTo(review);
    read(HR, review)
        .body("dueOn", equalTo(day))
        .body("charterId", equalTo(next.id()))
        .body("owner.id", equalTo(CharterPeople.id("CH-H2").toString()));
    assertThat(tasks(HR, "GOVERNANCE_REVIEW")).containsExactly(review);
    assertThat(tasks(AUTHOR, "GOVERNANCE_REVIEW")).isEmpty();
  }

  private void held(String review, List<Map<String, Object>> decisions) {
    prepare(review).then().statusCode(200);
    record(review, BOTH_SIDES, decisions).then().statusCode(200);
    sign(AUTHOR, review).then().statusCode(200);
    sign(NORTH, review).then().body("state", equalTo("SIGNED"));
  }

  private Map<String, Object> decision(String text, String responsible, String side) {
    return Map.of(
        "text", text,
        "side", side,
        "responsible", responsible,
        "dueOn", dayNow().plusDays(10).toString(),
        "links", List.of("/v1/findings/1"));
  }

  private Response record(
      String review, List<String> present, List<Map<String, Object>> decisions) {
    return recordAs(AUTHOR, review, present, decisions);
  }

  private Response recordAs(
      Tokens who, String review, List<String> present, List<Map<String, Object>> decisions) {
    String agenda = read(HR, review).extract().path("agenda.hash");
    return put(who, review, agenda == null ? "0".repeat(64) : agenda, present, decisions);
  }

  private Response recordAbout(String agendaHash, String review) {
    return put(AUTHOR, review, agendaHash, BOTH_SIDES, List.of());
  }

  private Response put(
      Tokens who,
      String review,
      String agendaHash,
      List<String> present,
      List<Map<String, Object>> decisions) {
    return as(who)
        .header("If-Match", etag(review))
        .body(
            Map.of(
                "heldOn", dayNow().toString(),
                "agendaHash", agendaHash,
                "present", present,
                "text", "What we said",
                "decisions", decisions))
        .put("/v1/governance-reviews/" + review + "/minutes");
  }

  private static Response sign(Tokens who, String review) {
    return as(who)
        .header("If-Match", etag(review))
        .body(Map.of("minutesHash", read(HR, review).extract().path("minutes.hash")))
        .post("/v1/governance-reviews/" + review + "/signatures");
  }

  private static Response close(Tokens who, String review, String how, Map<String, String> body) {
    var request = as(who).header("If-Match", etag(review));
    if (body != null) {
      request.body(body);
    }
    return request.post("/v1/governance-reviews/" + review + "/decisions/1/" + how);
  }

  /** The ids of the reviews that somebody has something to do with. */
  private static List<String> tasks(Tokens who, String kind) {
    List<String> subjects =
        as(who)
            .get("/v1/tasks?kind=" + kind)
            .then()
            .statusCode(200)
            .extract()
            .path("items.subject");
    return subjects.stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).toList();
  }

  private static List<String> told(String review, int count) {
    var events =
        Events.ofTest().await("evenhand.policies", count, event -> event.key().equals(review));
    assertThat(events).allSatisfy(EventSchemas::check);
    return events.stream()
        .map(event -> Events.header(event, "ce_type"))
        .map(type -> type.replaceAll("^org\\.evenhand\\.governance-review\\.|\\.v1$", ""))
        .toList();
  }

  private static void publishDuty(UUID id, long sequence, String state, boolean late) {
    publishDuty(id, sequence, state, late, "MANAGER");
  }

  private static void publishDuty(UUID id, long sequence, String state, boolean late, String side) {
    Events.ofTest()
        .publish(
            "evenhand.internal.duties",
            "org.evenhand.duty.changed.v1",
            "/review-service",
            id.toString(),
            sequence,
            """
            {"id": "%s", "kind": "REVIEW", "side": "%s", "dueOn": "2026-12-01",
             "state": "%s", "step": 0, "late": %s, "changedAt": "2026-12-02T00:00:00Z"}
            """
                .formatted(id, side, state, late));
  }

  private static void publishFinding(UUID id, long sequence, String what) {
    Events.ofTest()
        .publish(
            "evenhand.findings",
            "org.evenhand.finding." + what + ".v1",
            "/analytics-service",
            id.toString(),
            sequence,
            "{\"findingId\": \"" + id + "\"}");
  }

  private LocalDate dayNow() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Nothing is known of the place where the owner works. */
  private static LocalDate onOrAfter(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        ? day.plusDays(2)
        : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
  }
}
