package org.evenhand.review.growth.remediation;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LiveRemediation;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be there before somebody is told that they have to do better. */
@QuarkusTest
class RemediationGateTest {

  private static Company company;

  private Person person;

  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(2);
    }
    LiveRemediation.anchored();
    person = company.person("GATE" + UUID.randomUUID(), "Nour", "Haddad", "employee");
    Hris.takeIn(company.hire(person, company.lead, company.care()));
  }

  @Test
  void eachThingThatIsMissingIsNamed() {
    Map<String, Object> terms = new HashMap<>();
    terms.put("criterion", "delivery");
    terms.put("ordinal", 1);
    terms.put("shortfall", "Too slow");
    terms.put("observations", List.of());
    terms.put("days", 10);
    terms.put("checkpoints", List.of(Map.of("day", 5), Map.of("day", 5), Map.of("day", 6)));
    terms.put("means", List.of());
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person, terms);
    Response refused = plan.post(company.hr, "review", Map.of());
    refused.then().statusCode(422);
    assertEquals(
        List.of(
            "/terms/checkpoints",
            "/terms/criterion",
            "/terms/days",
            "/terms/means",
            "/terms/observations",
            "/terms/said"),
        LiveChecklist.parsed(refused).findValuesAsText("pointer").stream().sorted().toList());
    plan.read(person).then().statusCode(404);
    plan.put(company.lead, "terms", Map.of("terms", LiveRemediation.terms(company.lead, person)))
        .then()
        .statusCode(200);
    plan.post(company.hr, "review", Map.of("exception", "To be sure"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/exception"));
    plan.post(company.hr, "review", Map.of()).then().statusCode(200);
    assertEquals("HR_REVIEWED", plan.state(person));
    assertEquals(
        "Others plan by what was promised", plan.seenBy(person).at("/review/anchor").asText());
    plan.post(company.hr, "review", Map.of()).then().statusCode(409);
  }

  @Test
  void whatWasSeenOnOneDayOrToldToNobodyOrSaidYesterdayIsNotEnough() {
    Map<String, Object> terms = LiveRemediation.terms(company.lead, person);
    String day = Company.today().minusDays(9).toString();
    String told = LiveObservation.told(company.lead, person, Map.of("observedOn", day)).id();
    String same = LiveObservation.told(company.lead, person, Map.of("observedOn", day)).id();
    String untold = LiveObservation.kept(company.lead, person).id();
    String others = LiveObservation.told(company.lead, company.staff.get(1), Map.of()).id();
    terms.put("observations", List.of(told, same, untold, others));
    terms.put("said", Map.of("kind", "OBSERVATION", "id", told, "support", "An hour a week"));
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person, terms);
    plan.post(company.hr, "review", Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/terms/observations", "/terms/said"));
  }

  @Test
  void daysAreSpreadAndMeansComeBeforeThemAndAreCounted() {
    Map<String, Object> terms = LiveRemediation.terms(company.lead, person);
    terms.put("means", List.of(Map.of("kind", "BUDGET", "day", 60)));
    LiveRemediation.propose(company.lead, person, terms)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/terms/means/0/amount", "/terms/means/0/unit"));
    terms.put("means", List.of(Map.of("kind", "BUDGET", "amount", "9", "unit", "EUR", "day", 60)));
    terms.put("checkpoints", List.of(Map.of("day", 1), Map.of("day", 2), Map.of("day", 3)));
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person, terms);
    review(company.hr, plan, Map.of())
        .statusCode(422)
        .body("errors.pointer", contains("/terms/checkpoints", "/terms/means"));
  }

  @Test
  void aCheckInSaysItWhereItIsWrittenDownAndFromTheDayOnWhichItWasRecorded() {
    LiveCheckIn talk = LiveCheckIn.planned(company.lead, person);
    talk.hold(company.lead).then().statusCode(200);
    Map<String, Object> terms = LiveRemediation.terms(company.lead, person);
    terms.put("said", Map.of("kind", "CHECK_IN", "id", talk.id(), "support", "An hour a week"));
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person, terms);
    for (String told :
        List.of(
            "held_on = held_on - 45,"
                + " manager_part = jsonb_set(manager_part, '{sharedNote}', '\"Plan releases\"')",
            "closed_at = closed_at - interval '45 days',"
                + " manager_part = jsonb_set(manager_part, '{sharedNote}', 'null')")) {
      Tables.execute("update check_in set %s where id = '%s'".formatted(told, talk.id()));
      review(company.hr, plan, Map.of())
          .statusCode(422)
          .body("errors.pointer", contains("/terms/said"));
    }
    Tables.execute(
        "update check_in set manager_part = jsonb_set(manager_part, '{sharedNote}', '\"Plan\"')"
            + " where id = '%s'".formatted(talk.id()));
    review(company.hr, plan, Map.of()).statusCode(200);
  }

  @Test
  void whoeverProposedItDoesNotLookAtItAsHrOnceTheyHaveMoved() {
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person);
    Person moved =
        new Person(
            company.lead.externalId(),
            company.lead.givenName(),
            company.lead.familyName(),
            List.of("employee", "hr", "hr-lead"));
    Hris.takeIn(
        person.externalId()
            + ",,,,"
            + company.stranger.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");
    Hris.assignHr(company.hrLead.externalId(), moved.externalId(), company.care());
    settled();
    plan.read(moved).then().statusCode(404);
    review(company.hr, plan, Map.of()).statusCode(409);
    plan.post(company.stranger, "confirmation").then().statusCode(200);
    review(company.hr, plan, Map.of()).statusCode(200);
    Hris.assignHr(company.hrLead.externalId(), moved.externalId());
  }

  @Test
  void nobodyElseProposesOrLooksAtIt() {
    Map<String, Object> terms = LiveRemediation.terms(company.lead, person);
    for (Person other :
        List.of(company.chief, company.dotted, company.hr, company.hrLead, person)) {
      LiveRemediation.propose(other, person, terms).then().statusCode(403);
    }
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person, terms);
    LiveRemediation.propose(company.lead, person, terms).then().statusCode(409);
    plan.post(company.lead, "review", Map.of()).then().statusCode(403);
    plan.post(company.hrElsewhere, "review", Map.of()).then().statusCode(404);
    terms.put("rating", 1);
    LiveRemediation.propose(company.lead, company.staff.get(1), terms).then().statusCode(400);
  }

  @Test
  void whoHasJustComeBackIsLeftInPeace() {
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person);
    status("ON_LEAVE", 40);
    review(company.hr, plan, Map.of()).statusCode(422).body("errors.pointer", contains(""));
    status("ACTIVE", 10);
    review(company.hr, plan, Map.of()).statusCode(422).body("errors.pointer", contains(""));
    Tables.execute(
        "update status_change set changed_on = changed_on - 30 where employee_id = '%s'"
            .formatted(LiveAppeal.idOf(person)));
    review(company.hr, plan, Map.of()).statusCode(200);
  }

  @Test
  void whileThePersonObjectsItTakesHrLeadAndAReasonAndTheAuditorReadsIt() {
    person = company.staff.get(0);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(person);
    review.conclude(company.lead, 3);
    Person disagreeing = company.staff.get(1);
    LiveReview other = cycle.reviewOf(disagreeing);
    other.conclude(company.lead, 3);
    cycle.calibrate();
    cycle.share();
    LiveAppeal.filed(person, review);
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person);
    review(company.hr, plan, Map.of("exception", "It can't wait")).statusCode(422);
    review(company.hrLead, plan, Map.of())
        .statusCode(422)
        .body("errors.pointer", contains("/exception"));
    review(company.hrLead, plan, Map.of("exception", "Safety of others")).statusCode(200);
    assertEquals("Safety of others", plan.seenBy(person).at("/review/exception").asText());
    assertTrue(plan.seenBy(company.lead).at("/review/exception").isMissingNode());
    assertEquals(
        1,
        Tables.count(
            "audit where action = 'review-despite-objection' and aggregate_id = '%s'"
                .formatted(plan.id())));
    assertTrue(isTold(company.auditor));
    assertFalse(isTold(auditing(company.lead)), "who leads them isn't told");
    assertFalse(isTold(auditing(person)));
    disagreed(disagreeing, other);
    String told = exceptions(company.auditor).toString();
    assertFalse(told.contains(LiveAppeal.idOf(person)) || told.contains("violet"), told);
    company.hrLead.ask().get("/v1/remediation-exceptions").then().statusCode(403);
    onlyADay(exceptions(company.auditor), plan);
    whoeverHadAPartIsNotTold(plan);
  }

  /** By the plan, or the moment, those who had a part in it would know it again. */
  private static void onlyADay(JsonNode exceptions, LiveRemediation plan) {
    assertFalse(exceptions.toString().contains(plan.id()));
    JsonNode one = exceptions.get(0);
    assertEquals(10, one.path("on").asText().length());
    assertEquals(4, UUID.fromString(one.path("id").asText()).version(), "an id of chance");
  }

  private void whoeverHadAPartIsNotTold(LiveRemediation plan) {
    Person asked = company.person("ASKED", "Kim", "Vos", "employee");
    Hris.takeIn(company.hire(asked, company.chief, company.mark() + "-elsewhere"));
    accompanied(plan, asked);
    plan.post(asked, "companion/answer", Map.of("accepted", false)).then().statusCode(200);
    accompanied(plan, company.staff.get(1));
    for (Person manager : List.of(company.stranger, company.dotted)) {
      Hris.takeIn(Company.reports(person, manager));
      settled();
      plan.post(manager, "confirmation").then().statusCode(200);
    }
    for (Person party : List.of(asked, company.stranger, company.lead)) {
      assertFalse(isTold(auditing(party)), party.externalId());
    }
    assertTrue(isTold(company.auditor));
  }

  private void accompanied(LiveRemediation plan, Person companion) {
    plan.put(person, "companion", Map.of("employeeId", LiveAppeal.idOf(companion)))
        .then()
        .statusCode(200);
  }

  /** A disagreement counts for ninety days, and not a day longer. */
  private void disagreed(Person who, LiveReview with) {
    with.post(who, "acknowledgement", Map.of("disagreement", "Two of them had no date"))
        .then()
        .statusCode(200);
    LiveRemediation plan = LiveRemediation.proposed(company.lead, who);
    for (int daysAgo : List.of(0, 89)) {
      since(with, daysAgo);
      review(company.hr, plan, Map.of()).statusCode(422).body("errors.pointer", contains(""));
    }
    since(with, 91);
    review(company.hrLead, plan, Map.of("exception", "To be sure")).statusCode(422);
    review(company.hr, plan, Map.of()).statusCode(200);
  }

  private static void since(LiveReview disagreed, int daysAgo) {
    Tables.execute(
        """
        update review set acknowledgement = jsonb_set(acknowledgement, '{at}',
          to_jsonb(to_char((now() - interval '%d days') at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
        where id = '%s'
        """
            .formatted(daysAgo, disagreed.id()));
  }

  @Test
  void whereNobodyOfHrCouldLookAtItNoneIsProposed() {
    Person alone = company.person("ALONE", "Ann", "Roth", "employee");
    Hris.takeIn(company.hire(alone, company.lead, company.mark() + "-without-hr"));
    LiveRemediation.propose(company.lead, alone, LiveRemediation.terms(company.lead, alone))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));
  }

  private static JsonNode exceptions(Person auditor) {
    return Said.by(auditor.ask().get("/v1/remediation-exceptions?limit=200")).path("items");
  }

  private static boolean isTold(Person auditor) {
    return exceptions(auditor).findValuesAsText("reason").contains("Safety of others");
  }

  private static Person auditing(Person who) {
    return new Person(who.externalId(), who.givenName(), who.familyName(), List.of("auditor"));
  }

  private static ValidatableResponse review(
      Person hr, LiveRemediation plan, Map<String, Object> body) {
    return plan.post(hr, "review", body).then();
  }

  private void status(String status, int daysAgo) {
    Hris.takeIn(
        person.externalId()
            + ",".repeat(13)
            + status
            + ",,"
            + Company.today().minusDays(daysAgo)
            + ",CHANGE");
    settled();
  }

  private static void settled() {
    Hris.followed();
  }
}
