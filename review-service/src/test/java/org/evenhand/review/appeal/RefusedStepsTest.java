package org.evenhand.review.appeal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.CalibrationServiceResource;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What can't be filed, and who can't judge: with the reason, and nothing changed. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedStepsTest {

  private static final int TESTS = 15;

  @Inject TestClock clock;

  private SharedResults all;
  private SharedResults shared;
  private Company company;
  private int next = 1;

  /** Each has somebody else who appeals. */
  @BeforeEach
  void share() {
    all = all == null ? SharedResults.of(TESTS + 1) : all;
    use(all.of(all.company().staff.get(next++)));
  }

  /** Where time goes on, or the company changes. */
  private void found() {
    use(SharedResults.of(2));
  }

  private void use(SharedResults results) {
    shared = results;
    company = results.company();
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void onlyTheRevieweeFilesAndOnlyAgainstWhatIsShared() {
    LiveAppeal.file(company.staff.get(0), shared.review(), Map.of()).then().statusCode(404);
    LiveAppeal.file(company.lead, shared.review(), Map.of()).then().statusCode(403);
    LiveAppeal.file(company.hr, shared.review(), Map.of()).then().statusCode(403);
    LiveReview unwritten = shared.cycle().reviewOf(company.lead);
    refused(LiveAppeal.file(company.lead, unwritten, Map.of()).then(), 409, "RESULT_NOT_SHARED");
  }

  @Test
  void consistencyCitesAPrecedent() {
    refused(file(Map.of("grounds", List.of("CONSISTENCY"))), 422, "RULE_VIOLATED")
        .body("errors.pointer", contains("/precedent"));
    file(Map.of("grounds", List.of("CONSISTENCY"), "precedent", "Precedent 12 of 2025"))
        .statusCode(201);
  }

  @Test
  void aPrecedentIsCitedByItsIdWhereItIsOutUnderThePolicyOfTheResult() {
    String policy = Said.text(shared.cycle().read(company.hr), "/policyId");
    String out = precedent("published", UUID.randomUUID().toString(), policy);
    String elsewhere =
        precedent("published", UUID.randomUUID().toString(), UUID.randomUUID().toString());
    String gone = precedent("published", UUID.randomUUID().toString(), policy);
    awaitKnown(out, elsewhere, gone);
    precedent("withdrawn", gone, policy);
    await().atMost(Duration.ofSeconds(30)).until(() -> known(gone) == 0);

    for (String notThere : List.of(UUID.randomUUID().toString(), elsewhere, gone)) {
      refused(cite(notThere), 422, "RULE_VIOLATED")
          .body("errors.pointer", contains("/precedentId"));
    }
    cite(out).statusCode(201).body("filing.precedentId", equalTo(out));
  }

  private ValidatableResponse cite(String precedent) {
    return file(Map.of("grounds", List.of("CONSISTENCY"), "precedentId", precedent));
  }

  private static void awaitKnown(String... precedents) {
    for (String precedent : precedents) {
      await().atMost(Duration.ofSeconds(30)).until(() -> known(precedent) == 1);
    }
  }

  private static long known(String precedent) {
    return Tables.count("known_precedent where id = '%s'".formatted(precedent));
  }

  /** As calibration-service tells of it. */
  private static String precedent(String what, String id, String policy) {
    Events.ofTest()
        .publish(
            LiveSession.TOPIC,
            "org.evenhand.precedent." + what + ".v1",
            "/calibration-service",
            id,
            what.equals("published") ? 3 : 4,
            """
            {"precedentId": "%s", "state": "%s", "policyId": "%s", "policyVersion": 1,
             "ordinal": 3, "tags": []}
            """
                .formatted(id, what.toUpperCase(Locale.ROOT), policy));
    return id;
  }

  @Test
  void whatComesLateSaysWhy() {
    found();
    refused(file(Map.of("lateReason", "I was away")), 422, "RULE_VIOLATED")
        .body("errors.pointer", contains("/lateReason"));
    clock.advance(Duration.ofDays(44));
    refused(file(Map.of()), 422, "APPEAL_LATE").body("errors.pointer", contains("/lateReason"));
    file(Map.of("lateReason", "I was away")).statusCode(201);
  }

  @Test
  void forSomebodyWhoHasLeftHrFilesInTimeAndSomebodyElseScreens() {
    Hris.takeIn(
        Hris.row(
            shared.appellant().externalId(), "TERMINATE", Company.today().minusDays(1).toString()));
    file(Map.of()).statusCode(403);

    LiveAppeal appeal = LiveAppeal.filed(company.hr, shared.review());

    appeal.read(company.hr).then().body("relations", hasItems("HR", "ON_BEHALF"));
    appeal.screen(company.hr, true).then().statusCode(403);
    appeal.screen(company.hrLead, true).then().statusCode(200);
    refused(appeal.post(company.hr, "withdrawal", Map.of()).then(), 422, "RULE_VIOLATED")
        .body("errors.pointer", contains("/reason"));
    appeal
        .post(company.hr, "withdrawal", Map.of("reason", "Both sides have settled it"))
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"))
        .body("withdrawal.reason", equalTo("Both sides have settled it"));
  }

  @Test
  void whatSomebodyFiledBeforeTheyLeftIsReferredByItselfAndNobodyWithdrawsIt() {
    LiveAppeal appeal = LiveAppeal.filed(shared.appellant(), shared.review());
    Hris.takeIn(
        Hris.row(
            shared.appellant().externalId(), "TERMINATE", Company.today().minusDays(1).toString()));

    appeal.post(company.hr, "withdrawal", Map.of("reason", "Gone")).then().statusCode(403);
    appeal
        .screen(company.hr, false)
        .then()
        .statusCode(200)
        .body("state", equalTo("FILED"))
        .body("referral.reason", equalTo("APPELLANT_LEFT"));
    appeal.screen(company.hr, true).then().statusCode(403);
    appeal.screen(company.hrLead, true).then().statusCode(200);
  }

  @Test
  void hrThatManagesOrDirectlyReportsToTheRaterDoesNotScreen() {
    found();
    LiveAppeal appeal = LiveAppeal.filed(shared.appellant(), shared.review());
    Hris.takeIn(company.hire(person("UNDER"), company.lead, company.care()));
    Person under = person("UNDER");
    Hris.assignHr(company.hrLead.externalId(), under.externalId(), company.care());

    appeal.read(under).then().statusCode(404);
    appeal.screen(company.hr, true).then().statusCode(200);
  }

  private Person person(String id) {
    return company.person(id, "Umay", "Roskam", "employee", "hr");
  }

  @Test
  void whoeverHadAPartInAnEarlierAppealOfTheReviewHasNoneInTheNext() {
    LiveAppeal first =
        LiveAppeal.before(company, shared.appellant(), shared.review(), shared.panel());
    first.judge(shared.panel());
    shared.panel().forEach(member -> first.voteFor(member, 4).then().statusCode(200));
    LiveAppeal second = LiveAppeal.filed(shared.appellant(), shared.review());

    refused(companion(second, shared.member(0)), 422, "COMPANION_NOT_POSSIBLE");
    second.screen(company.hr, true).then().statusCode(200);
    second.post(company.lead, "response", Map.of("text", "As before")).then().statusCode(200);
    refused(second.convene(company.hr, shared.panel()).then(), 422, "PANEL_NOT_POSSIBLE")
        .body(of("/members/0"), hasItem("has a part in the appeal"));
    refusedReopening();
  }

  private void refusedReopening() {
    refused(
            shared.review().post(company.hr, "reopening", Map.of("reason", "It was a 2")).then(),
            409,
            "STATE_CONFLICT")
        .body(
            "detail",
            equalTo("The panel of an appeal has set this result: only another appeal changes it."));
  }

  @Test
  void aCompanionManagesNobodyOfThePanelAndAHearingWaitsForTheScores() {
    LiveAppeal appeal =
        LiveAppeal.before(company, shared.appellant(), shared.review(), shared.panel());
    refused(companion(appeal, company.chief), 422, "COMPANION_NOT_POSSIBLE")
        .body(of("/employeeId"), contains("manages somebody of the panel, or is managed by them"));

    shared.panel().forEach(member -> appeal.score(member, 4).then().statusCode(200));
    refused(
            appeal
                .put(
                    shared.member(0),
                    "hearing",
                    Map.of("heldOn", Company.today().minusDays(3).toString(), "note", "Heard"))
                .then(),
            422,
            "RULE_VIOLATED")
        .body("errors.pointer", contains("/heldOn"));
  }

  @Test
  void forSomebodyWhoHasLeftNothingIsFiledLate() {
    found();
    Hris.takeIn(
        Hris.row(
            shared.appellant().externalId(), "TERMINATE", Company.today().minusDays(1).toString()));
    clock.advance(Duration.ofDays(44));
    refused(
        LiveAppeal.file(company.hr, shared.review(), Map.of("lateReason", "They wrote late"))
            .then(),
        422,
        "APPEAL_LATE");
  }

  @Test
  void whoeverHasAPartIsNamedAsAnObstacleInTheirPlace() {
    LiveAppeal appeal = answered();
    refused(
            appeal.convene(company.hr, List.of(company.lead, company.hr, company.chief)).then(),
            422,
            "PANEL_NOT_POSSIBLE")
        .body(of("/members/0"), hasItems("has rated", "is of a unit that it concerns"))
        .body(of("/members/1"), hasItems("has a part in the appeal", "serves the unit as HR"))
        .body(of("/members/2"), hasItem("manages somebody whom it concerns"));
    Object twice = LiveAppeal.idOf(company.stranger);
    refused(
            appeal
                .post(
                    company.hr,
                    "panel",
                    Map.of("members", List.of(twice, twice, UUID.randomUUID().toString())))
                .then(),
            422,
            "PANEL_NOT_POSSIBLE")
        .body(of("/members/1"), contains("is named twice"))
        .body(of("/members/2"), contains("is nobody who works here"));
    appeal.read(company.hr).then().body("state", equalTo("MANAGER_RESPONSE"));
  }

  @Test
  void whoeverCalibratedDoesNotJudge() {
    String session = UUID.randomUUID().toString();
    Tables.execute(
        "update review set session_id = '%s' where id = '%s'"
            .formatted(session, shared.review().id()));
    LiveAppeal appeal = answered();
    appeal.convene(company.hr, shared.panel()).then().statusCode(503);

    CalibrationServiceResource.knows(session, Map.of());
    CalibrationServiceResource.seats(session, List.of(LiveAppeal.idOf(company.dotted)));
    refused(appeal.convene(company.hr, shared.panel()).then(), 422, "PANEL_NOT_POSSIBLE")
        .body("errors.pointer", contains("/members/1"))
        .body(of("/members/1"), contains("sat in the session that decided on it"));
  }

  @Test
  void whoeverHasLeftSinceDoesNotJudge() {
    found();
    LiveAppeal appeal = answered();
    List<String> ids = shared.panel().stream().map(LiveAppeal::idOf).toList();
    Hris.takeIn(
        Hris.row(
            company.stranger.externalId(), "TERMINATE", Company.today().minusDays(1).toString()));
    refused(
            appeal.post(company.hr, "panel", Map.of("members", ids)).then(),
            422,
            "PANEL_NOT_POSSIBLE")
        .body(of("/members/0"), contains("is nobody who works here"));
  }

  @Test
  void aCompanionReadsWhatTheAppellantReadsAndHasNoOtherPart() {
    LiveAppeal appeal = LiveAppeal.filed(shared.appellant(), shared.review());
    refused(companion(appeal, company.lead), 422, "COMPANION_NOT_POSSIBLE")
        .body("errors.pointer", contains("/employeeId"));
    companion(appeal, company.stranger).statusCode(200);

    appeal
        .read(company.stranger)
        .then()
        .statusCode(200)
        .body("filing.statement", equalTo("Two releases of the spring are missing"))
        .body("actions", equalTo(List.of()));
    company.stranger.ask().get(shared.review().path() + "/trail").then().statusCode(200);
    shared.review().read(company.stranger).then().statusCode(404);
    appeal.post(company.stranger, "withdrawal", Map.of()).then().statusCode(403);

    appeal.post(shared.appellant(), "withdrawal", Map.of()).then().statusCode(200);
    company.stranger.ask().get(shared.review().path() + "/trail").then().statusCode(404);
    appeal.read(company.stranger).then().statusCode(200);
    shared
        .appellant()
        .ask()
        .header("If-Match", appeal.read(shared.appellant()).header("ETag"))
        .delete(appeal.path() + "/companion")
        .then()
        .statusCode(200)
        .body("companion", nullValue())
        .body("state", equalTo("WITHDRAWN"));
    appeal.read(company.stranger).then().statusCode(404);
  }

  @Test
  void anHrLeadWhoReadsEverythingCanNotScoreBlind() {
    Person lead = company.hrLead;
    LiveAppeal appeal = answered();
    appeal
        .convene(company.hr, List.of(lead, company.dotted, company.hrElsewhere))
        .then()
        .statusCode(200);
    appeal.check(company.hr).then().statusCode(200);
    appeal.score(lead, 4).then().statusCode(403);
    appeal
        .post(
            company.hr,
            "panel/replacement",
            Map.of("leaving", LiveAppeal.idOf(lead), "joining", LiveAppeal.idOf(company.stranger)))
        .then()
        .statusCode(200);
    appeal.score(company.stranger, 4).then().statusCode(200);
  }

  private LiveAppeal answered() {
    LiveAppeal appeal = LiveAppeal.filed(shared.appellant(), shared.review());
    appeal.screen(company.hr, true).then().statusCode(200);
    appeal
        .post(company.lead, "response", Map.of("text", "See the two dates"))
        .then()
        .statusCode(200);
    return appeal;
  }

  private ValidatableResponse file(Map<String, Object> more) {
    return LiveAppeal.file(shared.appellant(), shared.review(), more).then();
  }

  private ValidatableResponse companion(LiveAppeal appeal, Person named) {
    return appeal
        .put(shared.appellant(), "companion", Map.of("employeeId", LiveAppeal.idOf(named)))
        .then();
  }

  private static String of(String pointer) {
    return "errors.findAll { it.pointer == '%s' }.detail".formatted(pointer);
  }

  private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
    return answer.statusCode(status).body("code", equalTo(code));
  }
}
