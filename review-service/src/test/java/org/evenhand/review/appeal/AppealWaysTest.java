package org.evenhand.review.appeal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other ways of an appeal: refused, in silence, remanded, withdrawn, late. */
@QuarkusTest
class AppealWaysTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject TestClock clock;

  private SharedResults shared;
  private Company company;

  @BeforeEach
  void share() {
    shared = SharedResults.of(2);
    company = shared.company();
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void aRefusalIsReferredToTheHrLeadOnce() {
    LiveAppeal appeal = filed();
    appeal
        .screen(company.hr, false)
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_ADMITTED"))
        .body("endedAt", nullValue());
    review().body("underAppeal", equalTo(true));

    appeal
        .post(shared.appellant(), "referral", Map.of("reason", "It was not read"))
        .then()
        .statusCode(200)
        .body("state", equalTo("FILED"));
    appeal.screen(company.hr, true).then().statusCode(403);
    tasks(company.hr, "APPEAL_SCREENING").body("items", empty());
    tasks(company.hrLead, "APPEAL_SCREENING").body("items.subject", hasItem(appeal.path()));
    appeal
        .screen(company.hrLead, false)
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_ADMITTED"))
        .body("endedAt", notNullValue());
    appeal.post(shared.appellant(), "referral", Map.of("reason", "Again")).then().statusCode(409);
    review().body("underAppeal", equalTo(false)).body("revision", equalTo(1));
    ended(appeal, "NOT_ADMITTED");
    assertEquals(
        List.of("rating.shared", "rating.appealed", "rating.appeal-ended"),
        new Told(shared.cycle()).of(Told.RATINGS, shared.review().id(), 3));
  }

  @Test
  void aRefusalThatIsNotReferredStays() {
    LiveAppeal appeal = filed();
    appeal.screen(company.hr, false).then().statusCode(200);

    clock.advance(Duration.ofDays(18));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> appeal.read(shared.appellant()).then().body("endedAt", notNullValue()));
    review().body("underAppeal", equalTo(false));
    ended(appeal, "NOT_ADMITTED");
  }

  @Test
  void aReferralThatNoHrLeadScreensIsAdmitted() {
    LiveAppeal appeal = filed();
    appeal.screen(company.hr, false).then().statusCode(200);
    appeal
        .post(shared.appellant(), "referral", Map.of("reason", "It was not read"))
        .then()
        .statusCode(200);

    clock.advance(Duration.ofDays(11));

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> appeal.read(shared.appellant()).then().body("state", equalTo("SCREENED")));
    appeal
        .read(shared.appellant())
        .then()
        .body("screenings.admitted", contains(false, true))
        .body("screenings[1].reason", equalTo("REFERRAL_NOT_SCREENED"))
        .body("screenings[1].by", nullValue())
        .body("late", equalTo(true));
    tasks(company.lead, "APPEAL_RESPONSE").body("items.subject", contains(appeal.path()));
  }

  @Test
  void theSilenceOfTheReviewerHoldsNobodyUp() {
    LiveAppeal appeal = filed();
    appeal.screen(company.hr, true).then().statusCode(200);

    clock.advance(Duration.ofDays(18));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                appeal.read(shared.appellant()).then().body("state", equalTo("MANAGER_RESPONSE")));
    appeal
        .read(shared.appellant())
        .then()
        .body("response.text", nullValue())
        .body("late", equalTo(false));
    appeal.post(company.lead, "response", Map.of("text", "After all")).then().statusCode(409);
    tasks(company.lead, "APPEAL_RESPONSE").body("items", empty());
    appeal.convene(company.hr, shared.panel()).then().statusCode(200);
  }

  @Test
  void whoeverIsLateMakesItLateAndTheHrLeadHearsOfIt() {
    LiveAppeal appeal = filed();

    clock.advance(Duration.ofDays(14));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                tasks(company.hrLead, "APPEAL_SCREENING")
                    .body(
                        "items.findAll { it.subject == '%s' }.as".formatted(appeal.path()),
                        contains("RESPONSIBLE")));
    appeal.read(shared.appellant()).then().body("state", equalTo("FILED"));
    appeal.screen(company.hr, true).then().statusCode(200).body("late", equalTo(true));
    appeal.post(shared.appellant(), "withdrawal", Map.of()).then().statusCode(200);
    assertTrue(ended(appeal, "WITHDRAWN").getBoolean("late"));
  }

  @Test
  void finalWaitsForTheAppealAndTheClosureDoesNot() {
    LiveAppeal appeal = filed();
    LiveReview other = shared.cycle().reviewOf(company.staff.get(0));
    shared.cycle().step(company.hr, "appeals").then().statusCode(200);
    shared.cycle().step(company.hr, "closure").then().statusCode(200);

    clock.advance(Duration.ofDays(60));
    awaitState(other, "FINAL");
    review().body("state", equalTo("SHARED"));

    appeal
        .post(shared.appellant(), "withdrawal", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    awaitState(shared.review(), "FINAL");
  }

  @Test
  void anotherReviewerLooksAtItOnceAndThenThePanelDecides() {
    LiveAppeal appeal =
        LiveAppeal.before(company, shared.appellant(), shared.review(), shared.panel());
    appeal.judge(shared.panel());
    appeal.vote(shared.member(0), "REMAND").then().statusCode(200);
    appeal.vote(shared.member(1), "CONFIRM").then().statusCode(200);
    appeal.vote(shared.member(2), "REMAND").then().body("state", equalTo("REMANDED"));

    tasks(company.hr, "APPEAL_REASSESSOR").body("items.subject", contains(appeal.path()));
    named(appeal, company.lead).statusCode(422);
    named(appeal, company.hrLead).statusCode(200);
    tasks(company.hrLead, "APPEAL_REASSESSMENT").body("items.subject", contains(appeal.path()));
    appeal
        .read(company.hrLead)
        .then()
        .body("relations", contains("REASSESSOR"))
        .body("level", nullValue())
        .body("evidence", notNullValue());
    appeal
        .post(company.hrLead, "reassessment", Map.of("ordinal", 3, "reason", "Between the anchors"))
        .then()
        .statusCode(200)
        .body("state", equalTo("PANEL"));

    appeal.vote(shared.member(0), "REMAND").then().statusCode(422);
    appeal
        .read(shared.member(0))
        .then()
        .body("remand.ordinal", equalTo(3))
        .body("panel.votes.round", contains(1, 1, 1));
    appeal.voteFor(shared.member(0), 3).then().statusCode(200);
    appeal.voteFor(shared.member(1), 4).then().statusCode(200);
    appeal.vote(shared.member(2), "CONFIRM").then().statusCode(200).body("state", equalTo("PANEL"));
    tasks(shared.member(2), "APPEAL_DECISION").body("items", not(empty()));
    appeal
        .voteFor(shared.member(1), 3)
        .then()
        .statusCode(200)
        .body("state", equalTo("RATING_CHANGED"));
    review().body("ordinal", equalTo(3));
    tasks(shared.member(2), "APPEAL_DECISION").body("items", empty());
  }

  @Test
  void whatThePanelConfirmsStaysAsItWas() {
    LiveAppeal appeal =
        LiveAppeal.before(company, shared.appellant(), shared.review(), shared.panel());
    appeal.judge(shared.panel());
    shared.panel().forEach(member -> appeal.vote(member, "CONFIRM").then().statusCode(200));

    appeal.read(shared.appellant()).then().body("state", equalTo("RATING_CONFIRMED"));
    review()
        .body("revision", equalTo(1))
        .body("ordinal", equalTo(SharedResults.LEVEL))
        .body("underAppeal", equalTo(false));
    ended(appeal, "RATING_CONFIRMED");
  }

  private LiveAppeal filed() {
    return LiveAppeal.filed(shared.appellant(), shared.review());
  }

  private ValidatableResponse named(LiveAppeal appeal, Person reassessor) {
    return appeal
        .post(company.hr, "reassessor", Map.of("employeeId", LiveAppeal.idOf(reassessor)))
        .then();
  }

  private ValidatableResponse review() {
    return shared.review().read(shared.appellant()).then().statusCode(200);
  }

  private void awaitState(LiveReview review, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> review.read(company.hr).then().body("state", equalTo(state)));
  }

  private static JsonPath ended(LiveAppeal appeal, String outcome) {
    var events = Events.ofTest().await(Told.CYCLES, 2, event -> appeal.id().equals(event.key()));
    JsonPath decided = JsonPath.from(events.get(1).value());
    assertEquals(
        outcome.equals("RATING_CHANGED") ? outcome : "RATING_UNCHANGED",
        decided.getString("outcome"));
    return decided;
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
