package org.evenhand.review.appeal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** An appeal from its filing to another rating, as its people and subscribers see it. */
@QuarkusTest
class AppealTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** Words of both sides and of the panel, one of each kind. */
  private static final List<String> CANARIES =
      List.of(
          "heliotrope statement",
          "cobalt admission",
          "saffron answer",
          "vermilion score",
          "ochre hearing",
          "indigo vote");

  /** What a redactor can't know: everybody knows who that was. */
  private static final String PASSAGE = "the night shift";

  private SharedResults shared;
  private LiveAppeal appeal;

  @Test
  void aResultIsAppealedAnsweredJudgedBlindHeardAndChanged() {
    shared = SharedResults.of(2);
    filed();
    onceAndWithoutReopening();
    screened();
    answered();
    convened();
    unseenUntilChecked();
    scoredBlind();
    revealed();
    decided();
    told();
    nothingIsTold();
  }

  private void filed() {
    Response filed =
        LiveAppeal.file(
            shared.appellant(),
            shared.review(),
            Map.of(
                "grounds",
                List.of("EVIDENCE", "DISCRIMINATION"),
                "statement",
                "heliotrope statement"));
    filed
        .then()
        .statusCode(201)
        .body("state", equalTo("FILED"))
        .body("relations", contains("APPELLANT"))
        .body("level", equalTo(SharedResults.LEVEL))
        .body("statutoryChannel", not(nullValue()))
        .body("actions", containsInAnyOrder("nameCompanion", "withdrawAppeal"));
    appeal = new LiveAppeal(filed.path("id"));
    String lastDay = shared.review().read(shared.appellant()).path("appealableUntil");
    shared
        .appellant()
        .ask()
        .get("/v1/calendar?kind=MILESTONE_APPEAL_WINDOW")
        .then()
        .body("items.first", contains(lastDay));
    tasks(shared.company().hr, "APPEAL_SCREENING")
        .body("items.subject", contains(appeal.path()))
        .body("items.operations", contains(contains("screenAppeal")));
    tasks(shared.company().hrElsewhere, "APPEAL_SCREENING").body("items", empty());
    tasks(shared.company().hrInChain, "APPEAL_SCREENING")
        .body("items.subject", contains(appeal.path()));
    trail(shared.appellant()).body("underAppeal", equalTo(true));
    feed(true, SharedResults.LEVEL);
  }

  private void onceAndWithoutReopening() {
    LiveAppeal.file(shared.appellant(), shared.review(), Map.of())
        .then()
        .statusCode(409)
        .body("code", equalTo("ALREADY_APPEALED"));
    shared
        .review()
        .post(shared.company().hr, "reopening", Map.of("reason", "a figure was wrong"))
        .then()
        .statusCode(409);
  }

  private void screened() {
    appeal.read(shared.company().lead).then().statusCode(404);
    appeal
        .post(
            shared.company().hr,
            "screening",
            Map.of("admitted", true, "reason", "cobalt admission"))
        .then()
        .statusCode(200)
        .body("state", equalTo("SCREENED"));
    tasks(shared.company().hr, "APPEAL_SCREENING").body("items", empty());
    tasks(shared.company().lead, "APPEAL_RESPONSE")
        .body("items.subject", contains(appeal.path()))
        .body("items.as", contains("HOLDER"));
    tasks(shared.company().chief, "APPEAL_RESPONSE").body("items", empty());
  }

  private void answered() {
    appeal
        .read(shared.company().lead)
        .then()
        .statusCode(200)
        .body("filing.statement", equalTo("heliotrope statement"))
        .body("screenings", nullValue())
        .body("actions", contains("respondToAppeal"));
    appeal
        .post(shared.company().lead, "response", Map.of("text", "saffron answer"))
        .then()
        .statusCode(200)
        .body("state", equalTo("MANAGER_RESPONSE"));
    tasks(shared.company().hr, "APPEAL_PANEL").body("items.subject", contains(appeal.path()));
  }

  private void convened() {
    appeal.read(shared.member(0)).then().statusCode(404);
    appeal
        .convene(shared.company().hr, shared.panel())
        .then()
        .statusCode(200)
        .body("state", equalTo("PANEL"));
  }

  private void unseenUntilChecked() {
    Person hr = shared.company().hr;
    for (Person member : shared.panel()) {
      appeal
          .read(member)
          .then()
          .statusCode(200)
          .body("evidence", nullValue())
          .body("actions", empty());
      appeal.score(member, 4).then().statusCode(409);
      tasks(member, "APPEAL_SCORE").body("items", empty());
    }
    tasks(hr, "APPEAL_EVIDENCE_CHECK").body("items.subject", contains(appeal.path()));
    appeal
        .read(hr)
        .then()
        .body("evidence.checked", equalTo(false))
        .body("evidence.parts[0].observations.situation", hasItem(containsString(PASSAGE)))
        .body("actions", hasItem("checkEvidence"));
    appeal
        .check(hr, PASSAGE, "nobody wrote this")
        .then()
        .statusCode(422)
        .body("code", equalTo("PASSAGE_NOT_FOUND"))
        .body("errors.pointer", contains("/passages/1"));

    appeal.check(hr, PASSAGE).then().statusCode(200).body("evidence.checked", equalTo(true));

    tasks(hr, "APPEAL_EVIDENCE_CHECK").body("items", empty());
    shared.panel().forEach(member -> tasks(member, "APPEAL_SCORE").body("items", hasSize(1)));
    appeal
        .read(shared.member(0))
        .then()
        .body("evidence.parts[0].observations.situation", hasItem(containsString("held [Removed]")))
        .body(not(containsString(PASSAGE)));
  }

  private void scoredBlind() {
    for (Person member : shared.panel()) {
      Response blind = appeal.read(member);
      blind
          .then()
          .statusCode(200)
          .body("relations", contains("PANEL"))
          .body("panel.revealed", equalTo(false))
          .body("panel.seats.ordinal", everyItem(nullValue()))
          .body("evidence.parts.criterion", contains("delivery", "together"))
          .body("evidence.parts[0].observations", not(empty()))
          .body("actions", contains("scoreAppeal"));
      for (String hidden :
          List.of(
              "appellant",
              "reviewId",
              "\"level\":",
              "heliotrope",
              "saffron",
              "vermilion",
              shared.appellant().givenName(),
              shared.appellant().familyName(),
              shared.company().lead.familyName())) {
        assertFalse(blind.asString().contains(hidden), hidden);
      }
      shared.review().read(member).then().statusCode(404);
      trailFor(member).statusCode(404);
      appeal.hear(member).then().statusCode(409);
      appeal.vote(member, "CONFIRM").then().statusCode(409);
      appeal
          .post(member, "score", Map.of("ordinal", 4, "reason", "vermilion score"))
          .then()
          .statusCode(200);
      appeal.score(member, 1).then().statusCode(409);
    }
    appeal.check(shared.company().hr).then().statusCode(409);
  }

  private void revealed() {
    appeal
        .read(shared.member(0))
        .then()
        .body("panel.revealed", equalTo(true))
        .body("panel.seats.ordinal", contains(4, 4, 4))
        .body("level", equalTo(SharedResults.LEVEL))
        .body("filing.statement", equalTo("heliotrope statement"))
        .body("response.text", equalTo("saffron answer"))
        .body("appellant.name", equalTo(shared.appellant().name()));
    cited();
    tasks(shared.member(0), "APPEAL_SCORE").body("items", empty());
    tasks(shared.member(0), "APPEAL_DECISION").body("items", hasSize(1));
    appeal.vote(shared.member(0), "CONFIRM").then().statusCode(409);
    appeal
        .put(
            shared.member(0),
            "hearing",
            Map.of("heldOn", Company.today().toString(), "note", "ochre hearing"))
        .then()
        .statusCode(200);
  }

  private void decided() {
    for (int lower : List.of(1, SharedResults.LEVEL)) {
      appeal
          .voteFor(shared.member(0), lower)
          .then()
          .statusCode(422)
          .body("code", equalTo("APPEAL_TO_DISADVANTAGE"))
          .body("errors.pointer", contains("/ordinal"));
    }
    appeal.voteFor(shared.member(0), 4).then().statusCode(200).body("state", equalTo("PANEL"));
    appeal.voteFor(shared.member(1), 4).then().statusCode(200).body("state", equalTo("PANEL"));
    appeal
        .put(shared.member(2), "vote", Map.of("choice", "CONFIRM", "reason", "indigo vote"))
        .then()
        .statusCode(200)
        .body("state", equalTo("RATING_CHANGED"));
    appeal
        .read(shared.appellant())
        .then()
        .body("decision.ordinal", equalTo(4))
        .body("decision.dissent", contains("indigo vote"))
        .body("panel.votes", nullValue())
        .body("level", equalTo(SharedResults.LEVEL))
        .body("actions", empty());
    appeal
        .read(shared.company().lead)
        .then()
        .body("state", equalTo("RATING_CHANGED"))
        .body("decision", nullValue())
        .body("panel", nullValue())
        .body("hearing", nullValue());
    shared
        .review()
        .read(shared.appellant())
        .then()
        .body("state", equalTo("SHARED"))
        .body("revision", equalTo(2))
        .body("ordinal", equalTo(4))
        .body("originalOrdinal", equalTo(SharedResults.LEVEL))
        .body("underAppeal", equalTo(false))
        .body("actions", hasItem("acknowledgeReview"));
    trail(shared.appellant())
        .body("underAppeal", equalTo(false))
        .body("conclusion.appealed.level.ordinal", equalTo(4))
        .body("earlier.result.ordinal", contains(SharedResults.LEVEL))
        .body("earlier[0].reopened", nullValue())
        .body("steps.action", hasItems("appeal-filed", "review.revised"));
    feed(false, 4);
  }

  private void told() {
    Told told = new Told(shared.cycle());
    assertEquals(
        List.of("rating.shared", "rating.appealed", "rating.revised"),
        told.of(Told.RATINGS, shared.review().id(), 3));
    JsonPath revised = last(Told.RATINGS, 3);
    assertEquals("APPEAL", revised.getString("reasonCode"));
    assertEquals(4, revised.getInt("ordinal"));
    assertEquals(SharedResults.LEVEL, revised.getInt("previousOrdinal"));
    assertFalse(revised.getBoolean("underAppeal"));
    assertEquals(List.of("appeal.filed", "appeal.decided"), told.of(Told.CYCLES, appeal.id(), 2));
    var decided =
        Events.ofTest().await(Told.CYCLES, 2, event -> appeal.id().equals(event.key())).get(1);
    assertEquals("RATING_CHANGED", JsonPath.from(decided.value()).getString("outcome"));
    assertFalse(decided.value().contains(shared.review().id()));
    assertFalse(decided.value().contains(LiveAppeal.idOf(shared.appellant())));
    Events.ofTest()
        .await(Told.CYCLES, 2, event -> appeal.id().equals(event.key()))
        .forEach(event -> assertFalse(event.value().contains("DISCRIMINATION"), event.value()));
  }

  /** No words of an appeal in an event, in the audit or in what others read. */
  private void nothingIsTold() {
    for (String canary : CANARIES) {
      for (String topic :
          List.of(
              Told.INTERNAL, Told.RATINGS, Told.CURRENT, Told.CYCLES, "evenhand.internal.duties")) {
        Events.ofTest().all(topic).stream()
            .filter(event -> event.value() != null)
            .forEach(event -> assertFalse(event.value().contains(canary), topic));
      }
      assertEquals(0, Tables.count("audit where content like '%" + canary + "%'"), canary);
      for (Person other :
          List.of(shared.company().chief, shared.company().lead, shared.company().auditor)) {
        assertFalse(trailFor(other).extract().asString().contains(canary), canary);
      }
    }
    for (Person other : List.of(shared.company().chief, shared.company().staff.get(0))) {
      appeal.read(other).then().statusCode(404);
    }
    String content =
        appeal.read(shared.company().auditor).then().statusCode(200).extract().asString();
    CANARIES.forEach(canary -> assertFalse(content.contains(canary), canary));
    assertFalse(content.contains(shared.appellant().familyName()));
  }

  private JsonPath last(String topic, int count) {
    var events =
        Events.ofTest().await(topic, count, event -> shared.review().id().equals(event.key()));
    return JsonPath.from(events.get(count - 1).value());
  }

  private void feed(boolean underAppeal, int ordinal) {
    String rating = "items.find { it.reviewId == '%s' }.".formatted(shared.review().id());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                Hris.asHris()
                    .get("/v1/ratings?limit=200&cycle=" + shared.company().mark())
                    .then()
                    .body(rating + "underAppeal", equalTo(underAppeal))
                    .body(rating + "ordinal", equalTo(ordinal)));
  }

  /** As if the appellant had pointed to both beside their own view. */
  private void cited() {
    Company company = shared.company();
    String goal =
        LiveGoal.agreed(company.lead, shared.appellant(), LiveGoal.terms("g", Map.of())).id();
    String plan = LivePlan.agreed(company.lead, shared.appellant(), LivePlan.terms("p")).id();
    for (String cited : List.of("goal_citation (goal_id", "development_plan_citation (plan_id")) {
      Tables.execute(
          "insert into %s, review_id, cited_at) values ('%s', '%s', now())"
              .formatted(cited, cited.startsWith("goal") ? goal : plan, shared.review().id()));
    }
    String seen =
        trail(shared.member(0))
            .body("conclusion.result.ordinal", equalTo(SharedResults.LEVEL))
            .body("citedGoals", hasSize(1))
            .body("citedGoals[0].goalId", nullValue())
            .extract()
            .asString();
    assertFalse(seen.contains(goal) || seen.contains(plan), "no panel learns which");
    for (Person reader : List.of(shared.appellant(), company.lead, company.auditor)) {
      assertFalse(trail(reader).extract().asString().contains(plan), "a plan is in no trail");
    }
  }

  private ValidatableResponse trail(Person reader) {
    return trailFor(reader).statusCode(200);
  }

  private ValidatableResponse trailFor(Person reader) {
    return reader.ask().get(shared.review().path() + "/trail").then();
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
