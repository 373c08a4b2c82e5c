package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class CalibrationSessionTest extends SessionScene {

  @Test
  void a_session_goes_from_plan_to_published_and_tells_it_step_by_step() {
    var reviews = submitted(6);
    var id = planned();

    step(hr, "hr", id, "samples")
        .statusCode(409)
        .body("type", endsWith("/co-facilitator-not-agreed"));
    step(hr, "manager", id, "co-facilitation").statusCode(403);
    step(co, "manager", id, "co-facilitation")
        .statusCode(200)
        .body("coFacilitatorAgreed", is(true));
    step(hr, "hr", id, "samples").statusCode(200).body("state", endsWith("SAMPLES_READY"));
    step(hr, "hr", id, "blind-scoring")
        .statusCode(422)
        .body("type", endsWith("/samples-unchecked"));
    for (var sample : sampleIds(co, "manager", id)) {
      step(co, "manager", id, "samples/" + sample + "/check").statusCode(200);
    }
    step(hr, "hr", id, "blind-scoring").statusCode(200);

    step(hr, "hr", id, "reveal")
        .statusCode(422)
        .body("detail", containsString("18 scores are still to come"));
    var samples = sampleIds(raters.get(0), "manager", id);
    for (int rater = 0; rater < 3; rater++) {
      for (int at = 0; at < samples.size(); at++) {
        score(raters.get(rater), id, samples.get(at), at < 3 ? 2 : at == 5 ? 3 + rater : 4)
            .statusCode(200);
      }
    }
    step(hr, "hr", id, "reveal")
        .statusCode(200)
        .body("agreement.raters", is(3))
        .body("agreement.samples", is(6))
        .body("agreement.alpha", notNullValue())
        .body("agreement.low", notNullValue());

    var revealed = JsonPath.from(event(id, "org.evenhand.session.revealed.v1"));
    assertEquals(5, revealed.getInt("blindScores.scaleSize"));
    assertEquals(3, revealed.getList("blindScores.raters").size());
    assertEquals(
        List.of(2, 2, 2, 4, 4, 4), ordinalsOf(revealed, raters.get(1)).stream().sorted().toList());

    as(hr, "hr")
        .get(SESSIONS + "/" + id + "/agreement")
        .then()
        .statusCode(200)
        .body("agenda[0].scores", contains(3, 4, 5))
        .body("agenda[1].scores", anyOf(contains(2, 2, 2), contains(4, 4, 4)));

    step(hr, "hr", id, "discussion").statusCode(200);
    put(
            hr,
            id,
            "samples/" + samples.get(5) + "/consensus",
            Map.of("ordinal", 4, "reason", "Both observations match the anchor of level 4."))
        .statusCode(200);
    step(hr, "hr", id, "readiness").statusCode(422).body("type", endsWith("/reviews-undecided"));
    for (int at = 0; at < reviews.size(); at++) {
      put(hr, id, "decisions/" + reviews.get(at), at == 0 ? adjust(4) : confirm()).statusCode(200);
    }
    step(co, "manager", id, "readiness")
        .statusCode(422)
        .body("type", endsWith("/second-person-required"));
    step(hr, "hr", id, "readiness").statusCode(200);
    step(hr, "hr", id, "lock").statusCode(403);
    step(hr, "manager", id, "lock")
        .statusCode(422)
        .body("type", endsWith("/second-person-required"));
    step(co, "manager", id, "lock").statusCode(200).body("lockedAt", notNullValue());

    var locked = event(id, "org.evenhand.session.locked.v1");
    assertFalse(locked.contains("anchor"), "no reason in words in an event");
    reasons(id)
        .statusCode(200)
        .body("decisions", hasSize(6))
        .body("memberIds", hasSize(5))
        .body("decisions.reason", everyItem(notNullValue()));

    company.sessionApplied(UUID.fromString(id));
    awaitState(id, "PUBLISHED");
    assertEquals(
        List.of(
            "planned",
            "samples-ready",
            "blind-scoring",
            "revealed",
            "discussion",
            "ready",
            "locked",
            "published"),
        Events.ofTest().await(INTERNAL, 8, record -> record.key().equals(id)).stream()
            .peek(EventSchemas::check)
            .map(record -> Events.header(record, "ce_type").split("\\.")[3])
            .toList());
  }

  @Test
  void after_the_reveal_each_reads_how_far_they_agree_and_nobody_whose_score_is_whose() {
    submitted(10);
    var id = scoring();
    var samples = sampleIds(raters.get(0), "manager", id);
    for (int rater = 0; rater < 3; rater++) {
      for (int at = 0; at < 10; at++) {
        int own = rater == 1 && at % 2 == 0 ? 1 : 0;
        score(raters.get(rater), id, samples.get(at), at == 9 ? 1 + 2 * rater : 1 + (at + own) % 5)
            .statusCode(200);
      }
    }
    step(hr, "hr", id, "reveal").statusCode(200);

    as(hr, "hr")
        .get(SESSIONS + "/" + id + "/agreement")
        .then()
        .statusCode(200)
        .body("agenda[0].scores", contains(1, 5, 5))
        .body("agenda[0].sampleAgreement.level", is("CRITICAL"))
        .body("agenda[1].scores", contains(1, 3, 5))
        .body("agenda[9].sampleAgreement.rwg", is(1f))
        .body("measures.sampleLevels.critical", is(2))
        .body("measures.sampleLevels.none", is(8))
        .body("measures.piledUp", is(false))
        .body("measures.pairKappas.pairs", is(3))
        .body("measures.ownKappa", nullValue())
        .body("reading", hasItem(containsString("pairs of raters")));
    agenda(raters.get(1), id)
        .body("measures.ownKappa", notNullValue())
        .body("measures.pairKappas", nullValue())
        .body("reading", hasItem(containsString("Nobody else sees it")));
    var revealed = JsonPath.from(event(id, "org.evenhand.session.revealed.v1"));
    assertEquals(
        Map.of("none", 8, "note", 0, "warn", 0, "critical", 2),
        revealed.getMap("measures.sampleLevels"));
    assertFalse(revealed.getBoolean("measures.piledUp"));
  }

  @Test
  void a_rater_reads_neither_the_others_scores_nor_whose_review_it_is_before_the_reveal() {
    submitted(3);
    var id = scoring();
    var sample = sampleIds(raters.get(0), "manager", id).get(0);
    score(raters.get(0), id, sample, 5).statusCode(200);

    as(raters.get(1), "manager")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .statusCode(200)
        .body("items.ownScore", everyItem(nullValue()))
        .body("items.scores", everyItem(nullValue()))
        .body("items.originalOrdinal", everyItem(nullValue()))
        .body("items.reviewId", everyItem(nullValue()));
    as(raters.get(1), "manager").get(SESSIONS + "/" + id).then().body("reviewIds", nullValue());
    as(hr, "hr").get(SESSIONS + "/" + id + "/agreement").then().statusCode(409);
    reasons(id).statusCode(409);
    as(hr, "hr")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .body("items.scores", everyItem(nullValue()));
  }

  @Test
  void of_first_scores_at_the_same_moment_one_is_kept_and_the_others_are_told() {
    submitted(3);
    var id = scoring();
    var sample = sampleIds(raters.get(0), "manager", id).get(0);
    var statuses =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> score(raters.get(0), id, sample, 5).extract().statusCode()))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .sorted()
            .toList();
    assertEquals(200, statuses.get(0));
    assertTrue(
        statuses.stream().skip(1).allMatch(status -> status == 412 || status == 428),
        statuses::toString);
  }

  @Test
  void nobody_scores_or_decides_about_their_own_people_and_their_score_is_not_owed() {
    submitted(2);
    company.employs("OWN" + mark, raters.get(0));
    company.submittedReview("OWN" + mark, raters.get(0), raters.get(0), "CHIEF" + mark);
    awaitPool(3);
    var id = scoring();

    assertEquals(2, sampleIds(raters.get(0), "manager", id).size());
    var all = sampleIds(raters.get(1), "manager", id);
    assertEquals(3, all.size());
    var own =
        all.stream()
            .filter(sample -> !sampleIds(raters.get(0), "manager", id).contains(sample))
            .findFirst()
            .orElseThrow();
    score(raters.get(0), id, own, 5)
        .statusCode(422)
        .body("type", endsWith("/conflict-of-interest"));
    for (var rater : raters) {
      sampleIds(rater, "manager", id).forEach(s -> score(rater, id, s, 3).statusCode(200));
    }
    step(hr, "hr", id, "reveal")
        .statusCode(200)
        .body("agreement.alpha", nullValue())
        .body("agreement.undefined", is("expected disagreement 0"));
    var revealed = JsonPath.from(event(id, "org.evenhand.session.revealed.v1"));
    assertEquals(1, ordinalsOf(revealed, raters.get(0)).stream().filter(Objects::isNull).count());
    assertEquals(List.of(3, 3, 3), ordinalsOf(revealed, raters.get(1)));
    agenda(raters.get(1), id).body("agenda.sampleId", hasItem(own));
    agenda(raters.get(0), id)
        .body("measures.piledUp", is(true))
        .body("measures.ac2", nullValue())
        .body("measures.sampleLevels.none", is(2))
        .body("agenda.sampleId", hasSize(2))
        .body("agenda.sampleId", not(hasItem(own)));
  }

  private List<Integer> ordinalsOf(JsonPath revealed, String rater) {
    return revealed.getList(
        "blindScores.raters.find { it.raterId == '" + company.id(rater) + "' }.ordinals");
  }

  private ValidatableResponse agenda(String who, String id) {
    return as(who, "manager").get(SESSIONS + "/" + id + "/agreement").then().statusCode(200);
  }

  @Test
  void a_review_of_a_facilitators_own_people_can_not_be_in_their_session() {
    submitted(1);
    var close = company.submittedReview("REPORT" + mark, co, co, "CHIEF" + mark);
    awaitPool(2);
    plan(Map.of("reviewIds", List.of(close)))
        .statusCode(422)
        .body("type", endsWith("/samples-refused"))
        .body("errors[0].pointer", endsWith("/reviewIds/0"));
    plan(Map.of()).statusCode(201).body("reviews", is(1));
  }

  @Test
  void the_session_waits_in_planned_while_review_service_is_away() {
    submitted(2);
    var id = agreed();
    System.setProperty("review-service.away", "true");
    try {
      step(hr, "hr", id, "samples")
          .statusCode(503)
          .body("type", endsWith("/dependency-unavailable"));
    } finally {
      System.clearProperty("review-service.away");
    }
    as(hr, "hr").get(SESSIONS + "/" + id).then().body("state", endsWith("PLANNED"));
    step(hr, "hr", id, "samples").statusCode(200);
  }

  @Test
  void refused_decisions_open_the_session_again_with_the_reason() {
    var reviews = submitted(2);
    var id = scoring();
    allScore(id, 3);
    decided(id, reviews);
    step(co, "manager", id, "lock").statusCode(200);

    company.sessionRefused(UUID.fromString(id), "review-reopened");
    awaitState(id, "READY");
    as(hr, "hr")
        .get(SESSIONS + "/" + id)
        .then()
        .body("refusal", containsString("review-reopened"))
        .body("actions", hasItem("openDiscussion"));
  }

  @Test
  void of_two_who_change_a_session_at_once_one_is_told_to_read_it_again() {
    submitted(2);
    var id = planned();
    as(hr, "hr")
        .header("If-Match", "\"99\"")
        .post(SESSIONS + "/" + id + "/samples")
        .then()
        .statusCode(412);
    as(hr, "hr").post(SESSIONS + "/" + id + "/samples").then().statusCode(428);
    score(raters.get(0), id, UUID.randomUUID().toString(), 3).statusCode(409);
  }

  @Test
  void to_everyone_else_the_session_does_not_exist() {
    submitted(2);
    var id = planned();
    company.employs("STRANGER" + mark, "CHIEF" + mark);
    await()
        .untilAsserted(() -> as("STRANGER" + mark, "manager").get(SESSIONS).then().statusCode(200));
    as("STRANGER" + mark, "manager").get(SESSIONS + "/" + id).then().statusCode(404);
    as("STRANGER" + mark, "manager").get(SESSIONS).then().body("items", empty());
    as("STRANGER" + mark, "hr").get(SESSIONS + "/" + id + "/samples").then().statusCode(404);
    as("NOBODY" + mark, "hr")
        .get(SESSIONS)
        .then()
        .statusCode(403)
        .body("type", endsWith("/employee-unknown"));
  }
}
