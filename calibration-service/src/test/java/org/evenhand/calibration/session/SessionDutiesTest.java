package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ThrowingRunnable;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session waits for is somebody's task until it is done, or nobody's any more. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class SessionDutiesTest extends SessionScene {

  /** What sessions ask for; a quarter asks for something else. */
  private static final List<String> KINDS =
      List.of(
          "CO_FACILITATION",
          "SAMPLING",
          "SAMPLE_CHECK",
          "SAMPLE_REDACTION",
          "SCORING_OPENING",
          "SCORE",
          "REVEAL",
          "DELIBERATION",
          "SESSION_COUNTERSIGNATURE");

  private static final String REASON = "Has taken another post.";

  @Inject TestClock clock;

  @AfterEach
  void real_time() {
    clock.reset();
  }

  @Test
  void each_step_is_the_task_of_its_member_until_it_is_taken() {
    var reviews = submitted(2);
    var id = planned();
    var agreement = only(co, "CO_FACILITATION", id);
    has_no_task(hr, raters.get(0));
    step(co, "manager", id, "co-facilitation").statusCode(200);
    has_no_task(co);
    only(hr, "SAMPLING", id);

    step(hr, "hr", id, "samples").statusCode(200);
    has_no_task(hr);
    only(co, "SAMPLE_CHECK", id);
    for (var sample : sampleIds(co, "manager", id)) {
      step(co, "manager", id, "samples/" + sample + "/check").statusCode(200);
    }
    has_no_task(co, raters.get(0));
    only(hr, "SCORING_OPENING", id);

    step(hr, "hr", id, "blind-scoring").statusCode(200);
    has_no_task(hr, co);
    raters.forEach(rater -> only(rater, "SCORE", id));
    allScore(id, 3);
    has_no_task(raters.toArray(String[]::new));
    only(hr, "REVEAL", id);

    step(hr, "hr", id, "reveal").statusCode(200);
    only(hr, "DELIBERATION", id);
    step(hr, "hr", id, "discussion").statusCode(200);
    reviews.forEach(review -> put(hr, id, "decisions/" + review, confirm()).statusCode(200));
    only(hr, "DELIBERATION", id);
    step(hr, "hr", id, "readiness").statusCode(200);
    has_no_task(hr);
    only(co, "SESSION_COUNTERSIGNATURE", id);
    step(co, "manager", id, "lock").statusCode(200);
    has_no_task(hr, co, raters.get(0), "CHIEF" + mark);

    told(agreement, "DUE", "DONE");
  }

  @Test
  void what_is_refused_by_review_service_waits_for_the_countersignature_again() {
    var reviews = submitted(2);
    var id = scoring();
    allScore(id, 3);
    decided(id, reviews);
    var signature = only(co, "SESSION_COUNTERSIGNATURE", id);
    step(co, "manager", id, "lock").statusCode(200);
    company.sessionRefused(UUID.fromString(id), "A review was reopened.");
    soon(() -> assertEquals(signature, only(co, "SESSION_COUNTERSIGNATURE", id)));

    step(hr, "hr", id, "discussion").statusCode(200);
    has_no_task(co);
    only(hr, "DELIBERATION", id);
    told(signature, "DUE", "DONE", "DUE", "LAPSED");
  }

  @Test
  void a_rater_has_done_their_part_with_their_last_score_and_no_task_says_whose_sample_it_is() {
    var reviews = submitted(2);
    var id = scoring();
    var rater = raters.get(0);
    var samples = sampleIds(rater, "manager", id);
    var task = only(rater, "SCORE", id);
    var body = tasks(rater, "manager").extract().asString();
    samples.forEach(sample -> assertEquals(-1, body.indexOf(sample)));
    reviews.forEach(review -> assertEquals(-1, body.indexOf(review.toString())));

    score(rater, id, samples.get(0), 3).statusCode(200);
    only(rater, "SCORE", id);
    score(rater, id, samples.get(1), 3).statusCode(200);
    has_no_task(rater);
    only(raters.get(1), "SCORE", id);
    told(task, "DUE", "DONE");
  }

  /** Each counts what the others have done, and not as still to do what they are about to have. */
  @Test
  void raters_who_score_at_the_same_time_leave_nothing_open() {
    submitted(4);
    var id = scoring();
    raters.stream()
        .map(rater -> CompletableFuture.runAsync(() -> scoreAll(rater, id)))
        .toList()
        .forEach(CompletableFuture::join);

    has_no_task(raters.toArray(String[]::new));
    only(hr, "REVEAL", id);
  }

  private void scoreAll(String rater, String id) {
    sampleIds(rater, "manager", id).forEach(s -> score(rater, id, s, 3).statusCode(200));
  }

  @Test
  void a_sample_that_is_sent_back_waits_for_the_facilitator_and_then_for_its_check() {
    submitted(2);
    var id = agreed();
    step(hr, "hr", id, "samples").statusCode(200);
    var samples = sampleIds(co, "manager", id);
    step(co, "manager", id, "samples/" + samples.get(0) + "/check").statusCode(200);
    post(co, "manager", id, "samples/" + samples.get(1) + "/objection", Map.of("passage", "s"))
        .statusCode(200);
    has_no_task(co);
    var task = only(hr, "SAMPLE_REDACTION", id);

    post(
            hr,
            "hr",
            id,
            "samples/" + samples.get(1) + "/redaction",
            Map.of("passage", "s", "placeholder", "[Colleague A]"))
        .statusCode(200);
    has_no_task(hr);
    only(co, "SAMPLE_CHECK", id);
    told(task, "DUE", "DONE");
  }

  @Test
  void what_a_cancelled_session_asked_for_lapses() {
    submitted(2);
    var id = scoring();
    var task = only(raters.get(0), "SCORE", id);
    post(hr, "hr", id, "cancellation", Map.of("reason", REASON)).statusCode(200);

    has_no_task(raters.get(0), hr, co);
    told(task, "DUE", "LAPSED");
  }

  @Test
  void scores_of_somebody_who_leaves_or_passes_the_seat_on_lapse_and_the_session_waits_on() {
    submitted(2);
    company.employs("R4" + mark, "CHIEF" + mark);
    awaitStatus("R4" + mark, "ACTIVE");
    var id = scoring();
    var leaver = only(raters.get(2), "SCORE", id);
    var replaced = only(raters.get(1), "SCORE", id);
    post(
            hr,
            "hr",
            id,
            "seat-changes",
            Map.of(
                "leavingId",
                company.id(raters.get(1)),
                "joiningExternalId",
                "R4" + mark,
                "reason",
                REASON))
        .statusCode(200);
    has_no_task(raters.get(1));
    for (var rater : List.of(raters.get(0), "R4" + mark)) {
      only(rater, "SCORE", id);
      scoreAll(rater, id);
    }
    has_no_task(hr);

    company.turns(raters.get(2), "CHIEF" + mark, "TERMINATED");
    soon(() -> only(hr, "REVEAL", id));
    told(leaver, "DUE", "LAPSED");
    told(replaced, "DUE", "LAPSED");
  }

  @Test
  void a_score_that_falls_away_is_no_longer_owed_whoever_tells_of_it() {
    var reviews = submitted(1);
    var id = scoring();
    only(raters.get(0), "SCORE", id);
    company.reassigned(reviews.get(0), "E0" + mark, raters.get(0), "BOSS" + mark);
    soon(() -> has_no_task(raters.get(0)));

    company.employs(raters.get(1), "MIDDLE" + mark).employs("MIDDLE" + mark, "E0" + mark);
    soon(() -> has_no_task(raters.get(1)));
    only(raters.get(2), "SCORE", id);
  }

  @Test
  void the_seat_of_a_facilitator_who_has_left_is_vacant_and_hr_lead_hears_of_it_at_once() {
    submitted(1);
    var id = agreed();
    company.turns(hr, "CHIEF" + mark, "TERMINATED");

    soon(() -> late("SAMPLING").body(of(id) + "as", contains("RESPONSIBLE")));
    has_no_task("E0" + mark, co);
    as("E0" + mark, "hr-lead")
        .get("/v1/tasks?limit=200&kind=SAMPLING")
        .then()
        .body(of(id) + "id", empty());
  }

  @Test
  void what_is_late_goes_to_hr_lead_and_not_to_those_above_who_know_nothing_of_the_session() {
    submitted(1);
    var id = planned();
    clock.advance(Duration.ofDays(40));

    soon(
        () ->
            late("CO_FACILITATION")
                .body(of(id) + "as", contains("RESPONSIBLE"))
                .body(of(id) + "late", contains(true)));
    has_no_task("CHIEF" + mark);
    as("AUDITOR" + mark, "auditor").get("/v1/tasks").then().statusCode(403);
  }

  @Test
  void the_last_day_is_that_of_the_cycle_and_a_closed_one_waits_for_nothing() {
    submitted(1);
    var id = planned();
    var task = only(co, "CO_FACILITATION", id);
    var day = LocalDate.now(clock).plusDays(30);
    company.cycleBecame("CALIBRATING", day);
    soon(() -> assertFalse(LocalDate.parse(dueOn(co)).isBefore(day)));

    company.cycleBecame("CLOSED", day);
    soon(() -> has_no_task(co));
    told(task, "DUE", "DUE", "LAPSED");
  }

  private ValidatableResponse late(String kind) {
    return as("CHIEF" + mark, "hr-lead")
        .get("/v1/tasks?limit=200&kind=" + kind)
        .then()
        .statusCode(200);
  }

  private static String of(String session) {
    return "items.findAll { it.subject == '" + SESSIONS + "/" + session + "' }.";
  }

  private static String dueOn(String member) {
    return tasks(member, "manager").extract().path("items[0].dueOn");
  }

  /** The id of the one task that somebody has. */
  private String only(String member, String kind, String session) {
    return tasks(member, role(member))
        .body("items.kind", contains(kind))
        .body("items.subject", contains(SESSIONS + "/" + session))
        .body("items.as", contains("HOLDER"))
        .body("items", hasSize(1))
        .extract()
        .path("items[0].id");
  }

  private void has_no_task(String... members) {
    for (var member : members) {
      tasks(member, role(member)).body("items", empty());
    }
  }

  private String role(String member) {
    return member.equals(hr) ? "hr" : "manager";
  }

  private static ValidatableResponse tasks(String member, String role) {
    return as(member, role).queryParam("kind", KINDS).get("/v1/tasks").then().statusCode(200);
  }

  private static void soon(ThrowingRunnable holds) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
  }

  /** What was told of a duty. */
  private static void told(String duty, String... states) {
    var events =
        Events.ofTest()
            .await("evenhand.internal.duties", states.length, event -> event.key().equals(duty));
    events.forEach(EventSchemas::check);
    assertEquals(
        List.of(states),
        events.stream().map(event -> JsonPath.from(event.value()).getString("state")).toList());
  }
}
