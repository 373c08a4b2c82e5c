package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** Whoever leaves or is away, whatever is recognised: a session can always go on or end. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class SessionGoesOnTest extends SessionScene {

  private static final String REASON = "Has taken another post.";

  @Test
  void scores_owed_by_a_rater_who_left_or_is_away_fall_away() {
    submitted(2);
    var id = scoring();
    for (var rater : raters.subList(0, 2)) {
      sampleIds(rater, "manager", id).forEach(s -> score(rater, id, s, 3).statusCode(200));
    }
    step(hr, "hr", id, "reveal").statusCode(422).body("type", endsWith("/scores-missing"));
    company.turns(raters.get(2), "CHIEF" + mark, "TERMINATED");
    awaitStatus(raters.get(2), "TERMINATED");
    as(raters.get(2), "manager")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .statusCode(403)
        .body("type", endsWith("/employee-unknown"));
    step(hr, "hr", id, "reveal").statusCode(200).body("agreement.paired", is(true));
  }

  @Test
  void nothing_is_revealed_on_one_score_and_another_rater_or_a_withdrawal_is_the_way_out() {
    submitted(2);
    company.employs("R4" + mark, "CHIEF" + mark);
    var id = scoring();
    sampleIds(raters.get(0), "manager", id).forEach(s -> score(raters.get(0), id, s, 3));
    company.turns(raters.get(1), "CHIEF" + mark, "TERMINATED");
    company.turns(raters.get(2), "CHIEF" + mark, "ON_LEAVE");
    awaitStatus(raters.get(1), "TERMINATED");
    awaitStatus(raters.get(2), "ON_LEAVE");
    awaitStatus("R4" + mark, "ACTIVE");
    step(hr, "hr", id, "reveal").statusCode(422).body("type", endsWith("/too-few-scores"));

    replace(hr, "hr", id, raters.get(1), raters.get(0))
        .statusCode(422)
        .body("errors.pointer", hasItem(endsWith("/joiningExternalId")));
    replace(hr, "hr", id, raters.get(1), "R4" + mark).statusCode(200);
    as(raters.get(1), "manager").get(SESSIONS + "/" + id).then().statusCode(403);
    var samples = sampleIds("R4" + mark, "manager", id);
    score("R4" + mark, id, samples.get(0), 4).statusCode(200);
    step(hr, "hr", id, "reveal").statusCode(422).body("type", endsWith("/scores-missing"));

    post(hr, "hr", id, "samples/" + samples.get(1) + "/withdrawal", Map.of("reason", REASON))
        .statusCode(200)
        .body("reviews", is(1));
    post(hr, "hr", id, "samples/" + samples.get(0) + "/withdrawal", Map.of("reason", REASON))
        .statusCode(422)
        .body("type", endsWith("/last-sample"));
    step(hr, "hr", id, "reveal").statusCode(200).body("agreement.samples", is(1));
    var released = event(id, "org.evenhand.session.review-released.v1");
    assertEquals(1, JsonPath.from(released).getList("released").size());
    checkedEvents(id);
  }

  @Test
  void a_session_is_cancelled_from_any_state_before_its_lock_and_shows_nothing_any_more() {
    var reviews = submitted(2);
    var id = scoring();
    allScore(id, 3);
    step(hr, "hr", id, "reveal").statusCode(200);
    as("CHIEF" + mark, "hr-lead")
        .get(SESSIONS + "/" + id)
        .then()
        .body("actions", hasItems("cancelCalibrationSession", "replaceSeat"));
    post("CHIEF" + mark, "hr-lead", id, "cancellation", Map.of("reason", REASON))
        .statusCode(200)
        .body("state", endsWith("CANCELLED"))
        .body("cancellation", is(REASON))
        .body("actions", empty());
    as(hr, "hr").get(SESSIONS + "/" + id + "/samples").then().body("items", empty());
    as(raters.get(0), "manager")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .body("items", empty());
    as(hr, "hr").get(SESSIONS + "/" + id + "/agreement").then().statusCode(409);
    put(hr, id, "decisions/" + reviews.get(0), confirm()).statusCode(409);
    step(hr, "hr", id, "discussion").statusCode(409);
    assertEquals(
        "CANCELLED",
        JsonPath.from(event(id, "org.evenhand.session.cancelled.v1")).getString("state"));
    checkedEvents(id);
  }

  @Test
  void what_is_locked_is_not_cancelled() {
    var reviews = submitted(2);
    var id = scoring();
    allScore(id, 3);
    decided(id, reviews);
    step(co, "manager", id, "lock").statusCode(200);
    post(hr, "hr", id, "cancellation", Map.of("reason", REASON)).statusCode(409);
  }

  @Test
  void a_review_that_a_session_gave_back_can_be_in_another_one() {
    submitted(1);
    var first = agreed();
    step(hr, "hr", first, "samples").statusCode(200);
    post(co, "manager", first, "cancellation", Map.of("reason", REASON)).statusCode(200);
    var second = agreed();
    step(hr, "hr", second, "samples").statusCode(200);
  }

  @Test
  void who_has_left_or_is_away_or_is_named_twice_gets_no_seat() {
    submitted(1);
    company.turns("LEFT" + mark, "CHIEF" + mark, "TERMINATED");
    company.turns("AWAY" + mark, "CHIEF" + mark, "ON_LEAVE");
    awaitStatus("LEFT" + mark, "TERMINATED");
    awaitStatus("AWAY" + mark, "ON_LEAVE");
    plan(Map.of("raterExternalIds", List.of(raters.get(0), raters.get(1), "LEFT" + mark)))
        .statusCode(422)
        .body("type", endsWith("/unknown-person"))
        .body("errors[0].pointer", endsWith("/raterExternalIds/2"));
    plan(Map.of("raterExternalIds", List.of(raters.get(0), "AWAY" + mark, raters.get(1))))
        .statusCode(422)
        .body("type", endsWith("/not-at-work"))
        .body("errors[0].pointer", endsWith("/raterExternalIds/1"));
    plan(Map.of("raterExternalIds", List.of(raters.get(0), raters.get(0), raters.get(1))))
        .statusCode(422)
        .body("errors[0].pointer", endsWith("/raterExternalIds/1"));
    plan(Map.of("coFacilitatorExternalId", "LEFT" + mark))
        .statusCode(422)
        .body("errors[0].pointer", endsWith("/coFacilitatorExternalId"));
  }

  @Test
  void raters_who_are_too_close_to_what_is_scored_are_refused_at_planning() {
    company.employs("OWN" + mark, raters.get(0));
    var own = company.submittedReview("OWN" + mark, raters.get(0), raters.get(0), raters.get(1));
    awaitPool(1);
    plan(Map.of("reviewIds", List.of(own)))
        .statusCode(422)
        .body("type", endsWith("/samples-refused"))
        .body("errors.pointer", hasItem(endsWith("/reviewIds/0")))
        .body("errors.pointer", hasItem(endsWith("/raterExternalIds/0")))
        .body("errors.pointer", hasItem(endsWith("/raterExternalIds/1")))
        .body("errors.pointer", not(hasItem(endsWith("/raterExternalIds/2"))));
    plan(Map.of())
        .statusCode(422)
        .body("type", endsWith("/too-few-reviews"))
        .body("errors.pointer", hasItem(endsWith("/raterExternalIds/1")));
  }

  @Test
  void a_sample_in_which_somebody_is_recognised_goes_back_is_redacted_by_hand_and_checked_again() {
    submitted(2);
    var id = agreed();
    step(hr, "hr", id, "samples").statusCode(200);
    var sample = sampleIds(co, "manager", id).get(0);
    var at = "samples/" + sample;
    step(co, "manager", id, at + "/check").statusCode(200);
    post(co, "manager", id, at + "/objection", Map.of("passage", "Madame Holt"))
        .statusCode(422)
        .body("type", endsWith("/passage-not-found"))
        .body("errors[0].pointer", is("/passage"));
    post(hr, "hr", id, at + "/objection", Map.of("passage", "s"))
        .statusCode(422)
        .body("type", endsWith("/second-person-required"));
    post(co, "manager", id, at + "/objection", Map.of("passage", "s")).statusCode(200);
    as(hr, "hr")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .body("items[0].checked", is(false))
        .body("items[0].objection.passage", is("s"));
    post(co, "manager", id, at + "/redaction", Map.of("passage", "s"))
        .statusCode(422)
        .body("type", endsWith("/second-person-required"));
    post(hr, "hr", id, at + "/redaction", Map.of("passage", "s", "placeholder", "Ann Lee"))
        .statusCode(400);
    post(hr, "hr", id, at + "/redaction", Map.of("passage", "s", "placeholder", "[Colleague A]"))
        .statusCode(200);
    as(hr, "hr")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .body("items[0].parts[0].observations[0].situation", is("[Colleague A]"))
        .body("items[0].objection", nullValue())
        .body("items[0].checked", is(false));
    step(hr, "hr", id, "blind-scoring").statusCode(422);
    sampleIds(co, "manager", id)
        .forEach(one -> step(co, "manager", id, "samples/" + one + "/check").statusCode(200));
    step(hr, "hr", id, "blind-scoring").statusCode(200);
    as(raters.get(0), "manager")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .body("items.objection", not(hasItem(containsString("s"))));
  }

  @Test
  void neither_facilitator_puts_somebody_in_the_place_of_the_other() {
    submitted(1);
    company.employs("CO2" + mark, "CHIEF" + mark).employs("REPORT2" + mark, "CO2" + mark);
    awaitStatus("REPORT2" + mark, "ACTIVE");
    awaitStatus("CO2" + mark, "ACTIVE");
    var id = agreed();
    replace(hr, "hr", id, co, "CO2" + mark)
        .statusCode(422)
        .body("type", endsWith("/second-person-required"));
    replace(co, "manager", id, co, "CO2" + mark)
        .statusCode(200)
        .body("coFacilitatorAgreed", is(false));
    step(hr, "hr", id, "samples").statusCode(409);
    step("CO2" + mark, "manager", id, "co-facilitation").statusCode(200);
    step(hr, "hr", id, "samples").statusCode(200);
    as(co, "manager").get(SESSIONS + "/" + id).then().statusCode(404);
  }

  /** Else it would hold what a step waits for, and wait for what the step holds. */
  @Test
  void a_look_at_a_session_that_waits_for_a_step_holds_none_of_its_duties() {
    submitted(1);
    var id = agreed();

    PoolProbe.holding(
        id,
        () -> {
          company.turns(raters.get(2), "CHIEF" + mark, "ON_LEAVE");
          await().atMost(Duration.ofSeconds(30)).until(PoolProbe::isAnyWaiting);
          assertTrue(PoolProbe.freeDuties(id) > 0);
        });
  }

  @Test
  void a_facilitator_who_left_is_replaced_by_the_other_with_one_who_serves_the_units() {
    submitted(1);
    company
        .serves("HR2" + mark, "CHIEF" + mark, "unit")
        .serves("HR3" + mark, "CHIEF" + mark, "other");
    var id = agreed();
    company.turns(hr, "CHIEF" + mark, "TERMINATED");
    awaitStatus(hr, "TERMINATED");
    awaitStatus("HR2" + mark, "ACTIVE");
    awaitStatus("HR3" + mark, "ACTIVE");
    as(hr, "hr").get(SESSIONS).then().statusCode(403).body("type", endsWith("/employee-unknown"));
    replace(co, "manager", id, hr, "HR3" + mark)
        .statusCode(422)
        .body("errors[0].detail", containsString("serve"));
    replace(co, "manager", id, hr, "HR2" + mark).statusCode(200);
    step("HR2" + mark, "hr", id, "samples").statusCode(200);
  }

  private ValidatableResponse replace(
      String who, String role, String id, String leaving, String joining) {
    return post(
        who,
        role,
        id,
        "seat-changes",
        Map.of(
            "leavingId", company.id(leaving),
            "joiningExternalId", joining,
            "reason", REASON));
  }

  private static void checkedEvents(String id) {
    Events.ofTest()
        .await(INTERNAL, 4, record -> record.key().equals(id))
        .forEach(EventSchemas::check);
  }
}
