package org.evenhand.review.growth.opportunity;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveApplication;
import org.evenhand.review.live.LiveOpportunity;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An opportunity from its draft to its end, and who learns what on the way. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpportunityTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String APPLICATIONS = "/v1/opportunity-applications?opportunity=";

  private Company company;
  private Person first;
  private Person second;
  private Person third;

  /** One for all tests: each has an opportunity of its own. */
  @BeforeEach
  void found() {
    if (company != null) {
      return;
    }
    company = Company.of(3);
    first = company.staff.get(0);
    second = company.staff.get(1);
    third = company.staff.get(2);
  }

  @Test
  void aStretchIsPostedToAllThreeApplyOneIsChosenAndEachReadsWhyForEachCriterion()
      throws Exception {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication chosen = opportunity.appliedBy(first);
    LiveApplication other = opportunity.appliedBy(second);
    LiveApplication hindered = opportunity.appliedBy(third);
    assertEquals(409, opportunity.apply(first).statusCode());
    assertEquals(404, chosen.read(company.hr).statusCode(), "while others can still apply");
    opportunity.closed();
    hindered
        .post(company.hr, "ineligibility", Map.of("criterion", "delivery", "text", "No condition"))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/criterion"));
    hindered
        .post(
            company.hr,
            "ineligibility",
            Map.of("criterion", "planning", "text", "Asks for having planned once"))
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_ELIGIBLE"));
    hindered
        .read(third)
        .then()
        .body("hindrance.criterion", equalTo("planning"))
        .body("hindrance.text", equalTo("Asks for having planned once"));
    chosen.assessed(company.hr, company.stranger).decided(company.hr, true);
    other.assessed(company.hr, company.stranger);
    chosen.stands(first, "ASSESSED");
    chosen.read(first).then().body("reasons", equalTo(null)).body("selected", equalTo(null));
    assertEquals("CLOSED", opportunity.read(second).path("state"));

    other.decided(company.hr, false);
    assertEquals("CLOSED", opportunity.read(second).path("state"), "before its day");
    chosen.stands(first, "ASSESSED");
    opportunity.decided();

    opportunity.read(second).then().body("state", equalTo("DECIDED"));
    other
        .read(second)
        .then()
        .body("state", equalTo("NOT_SELECTED"))
        .body("reasons", hasSize(2))
        .body("assessments", equalTo(null));
    chosen.read(first).then().body("state", equalTo("OFFERED")).body("reasons", hasSize(2));
    assertTrue(tasks(first, "OFFER_ANSWER").toString().contains(chosen.id()));
    chosen
        .read(company.lead)
        .then()
        .statusCode(200)
        .body("state", equalTo("OFFERED"))
        .body("statement", equalTo(null))
        .body("reasons", equalTo(null))
        .body("actions", hasSize(0));
    assertEquals(403, chosen.post(company.lead, "refusal").statusCode());
    assertTrue(read(company.lead.ask().get("/v1/calendar")).toString().contains(chosen.id()));
    assertEquals(404, other.read(company.lead).statusCode());
    chosen.post(first, "acceptance").then().statusCode(200).body("state", equalTo("ACCEPTED"));
    assertEquals("FILLED", opportunity.read(third).path("state"));
    assertEquals(0, tasks(first, "OFFER_ANSWER").size());

    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await("evenhand.development", 2, of(opportunity));
    told.forEach(EventSchemas::check);
    JsonNode decided = Json.mapper().readTree(told.get(1).value());
    assertTrue(decided.get("offered").booleanValue());
    assertFalse(decided.has("applied"), "three would say of somebody that they applied");
    Map<String, String> stages = reached(opportunity);
    assertEquals("SELECTED", stages.get(LiveAppeal.idOf(first)));
    assertEquals("ASSESSED", stages.get(LiveAppeal.idOf(second)));
    assertEquals("APPLIED", stages.get(LiveAppeal.idOf(third)));
    assertEquals("ELIGIBLE", stages.get(LiveAppeal.idOf(company.dotted)));
  }

  @Test
  void whoeverLeadsAnApplicantLearnsOfItNowhereBeforeTheOffer() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    opportunity.assessedBy(company.hr, company.lead).assessedBy(company.hrLead, company.chief);
    List<Person> leading =
        List.of(
            company.lead, company.chief, company.dotted, company.hrInChain, company.hrLeadInChain);
    Map<Person, String> before = new HashMap<>();
    leading.forEach(each -> before.put(each, seen(each, opportunity)));
    LiveApplication application = opportunity.appliedBy(first);
    leading.forEach(each -> assertEquals(before.get(each), seen(each, opportunity), each::name));
    opportunity.closed();
    application.assessed(company.hr, company.hrLead);
    for (Person each : leading) {
      application.read(each).then().statusCode(404);
      assertEquals(0, tasksOf(each, "OPPORTUNITY_ASSESSMENT", opportunity), each::name);
      assertEquals(0, read(each.ask().get(APPLICATIONS + opportunity.id())).get("items").size());
    }
    assertFalse(read(company.lead.ask().get("/v1/calendar")).toString().contains(application.id()));
  }

  @Test
  void eachAssessesAloneAndNobodyLearnsWhatAnotherFoundBeforeTwoHaveOneOfThemOfHr() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    opportunity
        .assessedBy(company.hr, company.stranger)
        .assessedBy(company.hr, company.hrElsewhere);
    LiveApplication application = opportunity.appliedBy(second);
    opportunity.closed();
    assertEquals(1, tasks(company.stranger, "OPPORTUNITY_ASSESSMENT").size());
    String etag = application.etag(company.stranger);
    String own = application.etag(second);
    application.assess(company.hr, "found by HR").then().statusCode(200);
    application.read(company.stranger).then().body("assessments", hasSize(0));
    application.read(company.hrLead).then().body("assessments", hasSize(0));
    assertEquals(etag, application.etag(company.stranger));
    assertEquals(own, application.etag(second));
    application.assess(company.hr, "twice").then().statusCode(409);
    assertEquals(409, application.decide(company.hr, true).statusCode());
    application
        .post(company.stranger, "assessments", Map.of("findings", List.of(finding("delivery"))))
        .then()
        .statusCode(422)
        .body("errors[0].detail", equalTo("say nothing of planning"));
    application
        .assess(company.stranger, "found beside")
        .then()
        .statusCode(200)
        .body("state", equalTo("ASSESSED"))
        .body("assessments", hasSize(2));
    assertEquals(0, tasks(company.stranger, "OPPORTUNITY_ASSESSMENT").size());
    application.read(company.hrElsewhere).then().body("selected", equalTo(null));
  }

  @Test
  void twoWhoAreNotOfHrDontMakeItAssessed() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.hr, company);
    opportunity.assessedBy(company.hr, company.stranger).assessedBy(company.hr, third);
    LiveApplication application = opportunity.appliedBy(second);
    opportunity.closed();
    application.assessed(company.stranger, third).stands(company.hr, "ELIGIBLE");
    application.assessed(company.hr).stands(company.hr, "ASSESSED");
  }

  @Test
  void whoeverAppliesThemselfLearnsOfNoOtherWhoDoesAndHasNoHandInIt() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication application = opportunity.appliedBy(second);
    for (Person rival : List.of(company.hr, company.hrLead, company.stranger)) {
      assertEquals(404, application.read(rival).statusCode(), "while they could still apply");
    }
    assertEquals(403, opportunity.apply(company.lead).statusCode(), "who wrote it");
    LiveApplication rival = opportunity.appliedBy(company.stranger);
    rival.post(company.stranger, "withdrawal").then().statusCode(200);
    LiveApplication ofHr = opportunity.appliedBy(company.hr);
    opportunity.read(company.hr).then().body("assessors", equalTo(null));
    Map<String, String> reason = Map.of("reason", "It was given up");
    assertEquals(403, opportunity.post(company.hr, "withdrawal", reason).statusCode());
    opportunity.closed();
    ofHr.post(company.hr, "withdrawal").then().statusCode(200);
    assertEquals(404, application.read(company.stranger).statusCode());
    assertEquals(404, application.read(company.hr).statusCode());
    assertEquals(403, opportunity.post(company.hr, "withdrawal", reason).statusCode());
    application.stands(company.hrLead, "ELIGIBLE");
  }

  @Test
  void whoeverLeadsSomebodyInAnotherAssignmentAloneKeepsNothingAndIsToldOnceThisOneHasEnded() {
    Person both = company.person("BOTH", "Wim", "Aldring", "employee");
    Person other = company.person("OTHER", "Xaver", "Bruun", "employee", "manager");
    String unit = company.mark() + "-second";
    Hris.takeIn(
        Stream.concat(
                Stream.of(
                    company.hire(both, company.lead, company.care()),
                    company.hire(other, company.chief, unit),
                    company
                        .hire(both, other, unit, "EMPLOYEE", Company.today().minusYears(1))
                        .replace("EMPLOYEE,,,", "EMPLOYEE,,A-2,")),
                IntStream.range(0, 4).mapToObj(i -> Hris.hire(unit + i, other.externalId(), unit)))
            .toArray(String[]::new));
    Map<String, Object> inUnit =
        Map.of(
            "kind",
            "MOVE",
            "orgUnit",
            unit,
            "terms",
            LiveOpportunity.terms(
                company, Map.of("eligibility", Map.of("orgUnits", List.of(unit)))));
    assertEquals(403, company.lead.ask().body(inUnit).post("/v1/opportunities").statusCode());
    assertEquals(201, other.ask().body(inUnit).post("/v1/opportunities").statusCode());

    LiveOpportunity opportunity =
        LiveOpportunity.posted(
            company.hrLead, company, Map.of("eligibility", Map.of("orgUnits", List.of(unit))));
    opportunity.assessedBy(company.hrLead, company.stranger);
    LiveApplication application = opportunity.appliedBy(both);
    opportunity.closed();
    application.assessed(company.hrLead, company.stranger).decided(company.hrLead, true);
    opportunity.decided();
    assertEquals(404, application.read(company.lead).statusCode());
    application.stands(other, "OFFERED");
    Hris.takeIn(both.externalId() + ",".repeat(14) + "A-2," + Company.today() + ",TERMINATE");
    application.stands(company.lead, "OFFERED");
    assertEquals(404, application.read(other).statusCode());
  }

  @Test
  void whoeverIsNotEligibleFindsNothingAndWhoeverIsAwayFindsIt() {
    Person away = company.person("AWAY", "Iris", "Wolniak", "employee");
    Person elsewhere = company.person("FAR", "Jaap", "Udeze", "employee");
    Hris.takeIn(
        company.hire(away, company.lead, company.care()),
        company.hire(elsewhere, company.lead, company.mark() + "-far"));
    Hris.takeIn(away.externalId() + ",".repeat(13) + "ON_LEAVE,," + Company.today() + ",CHANGE");
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    opportunity.read(elsewhere).then().statusCode(404);
    elsewhere
        .ask()
        .get("/v1/opportunities")
        .then()
        .body("items.id", not(hasItem(opportunity.id())));
    assertTrue(read(away.ask().get("/v1/calendar")).toString().contains("OPPORTUNITY_OPEN_UNTIL"));
    LiveApplication application = opportunity.appliedBy(away);
    Hris.takeIn(
        away.externalId()
            + ",".repeat(6)
            + company.mark()
            + "-far"
            + ",".repeat(9)
            + Company.today()
            + ",CHANGE");
    application.stands(away, "ELIGIBLE");
    opportunity.read(away).then().statusCode(200);
    Person newcomer = company.person("NEW", "Noor", "Yordanov", "employee");
    Hris.takeIn(
        company.hire(
            newcomer, company.lead, company.care(), "EMPLOYEE", Company.today().minusMonths(2)));
    LiveOpportunity forOldHands =
        LiveOpportunity.posted(
            company.lead,
            company,
            Map.of("eligibility", Map.of("orgUnits", company.units(), "monthsOfService", 6)));
    forOldHands.read(newcomer).then().statusCode(404);
    forOldHands.read(second).then().statusCode(200);
  }

  @Test
  void nobodyWritesARuleForAFewToLearnWhetherTheyApply() {
    LiveOpportunity forOne =
        LiveOpportunity.drafted(
            company.lead,
            company,
            Map.of(
                "eligibility",
                Map.of("orgUnits", List.of(company.care()), "jobLevels", List.of("L5"))));
    forOne
        .post(company.lead, "posting", Map.of("openUntil", Company.today().plusDays(30).toString()))
        .then()
        .statusCode(422);
    assertEquals("DRAFT", forOne.read(company.lead).path("state"));
  }

  @Test
  void whatIsPostedIsFrozenAndOpenForTenWorkingDays() {
    LiveOpportunity draft = LiveOpportunity.drafted(company.lead, company);
    LocalDate soon = Company.today().plusDays(9);
    draft
        .post(company.lead, "posting", Map.of("openUntil", soon.toString()))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/openUntil"));
    LiveOpportunity posted = LiveOpportunity.posted(company.lead, company);
    String hash = posted.read(second).path("hash");
    assertEquals(64, hash.length());
    company
        .lead
        .ask()
        .header("If-Match", posted.etag(company.lead))
        .body(LiveOpportunity.terms(company, Map.of()))
        .put(posted.path() + "/terms")
        .then()
        .statusCode(409);
    LiveOpportunity.draft(
            company.lead,
            company,
            LiveOpportunity.terms(
                company,
                Map.of(
                    "criteria",
                    List.of(
                        Map.of("key", "a", "text", "one", "weight", 50),
                        Map.of("key", "a", "text", "two", "weight", 40)))))
        .then()
        .statusCode(422)
        .body("errors", hasSize(2));
    LiveOpportunity.draft(company.dotted, company, LiveOpportunity.terms(company, Map.of()))
        .then()
        .statusCode(403);
  }

  @Test
  void aRefusalBecauseOfPlacesNeverTellsOfSomebodyInOnesOwnLine() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication hidden = opportunity.appliedBy(first);
    LiveApplication open = opportunity.appliedBy(company.dotted);
    LiveApplication more = opportunity.appliedBy(company.hrElsewhere);
    opportunity.closed();
    List.of(hidden, open, more).forEach(each -> each.assessed(company.hr, company.stranger));
    hidden.decided(company.hr, true);
    assertEquals(422, open.decide(company.hr, true).statusCode());
    assertEquals(404, hidden.read(company.lead).statusCode());
    open.decided(company.lead, true);
    assertEquals(422, more.decide(company.lead, true).statusCode());
    more.decided(company.lead, false);
    opportunity.undecided();
    hidden.stands(first, "ASSESSED");
    open.stands(company.dotted, "ASSESSED");
    open.decided(company.hr, false);
    opportunity.decided();
    open.stands(company.dotted, "NOT_SELECTED");
    hidden.read(first).then().body("answerUntil", notNullValue());
    opportunity.unanswered();
    hidden.stands(first, "DECLINED");
    assertEquals("UNFILLED", opportunity.read(second).path("state"));
  }

  @Test
  void anOpportunityThatIsTakenBackTellsEverybodyWhoAppliedWhy() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    LiveApplication application = opportunity.appliedBy(second);
    opportunity.closed();
    Map<String, String> reason = Map.of("reason", "It was given up");
    opportunity.post(company.lead, "withdrawal", reason).then().statusCode(403);
    opportunity.post(company.hr, "withdrawal", reason).then().statusCode(200);
    application
        .read(second)
        .then()
        .body("state", equalTo("NOT_SELECTED"))
        .body("closingReason", equalTo("It was given up"));
    assertEquals(0, tasksOf(company.hr, "OPPORTUNITY_DECISION", opportunity));
    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await("evenhand.development", 2, of(opportunity));
    told.forEach(EventSchemas::check);
    assertEquals("org.evenhand.opportunity.withdrawn.v1", Events.header(told.get(1), "ce_type"));
    assertFalse(told.get(1).value().contains("given up"), "no text");
  }

  @Test
  void whoeverIsOnTheSlateForASuccessionHasAppliedAndSoKnowsIt() throws Exception {
    Response drafted =
        company
            .hr
            .ask()
            .body(
                Map.of(
                    "kind",
                    "SUCCESSION",
                    "orgUnit",
                    company.care(),
                    "terms",
                    LiveOpportunity.terms(company, Map.of())))
            .post("/v1/opportunities");
    drafted.then().statusCode(201);
    LiveOpportunity succession = new LiveOpportunity(drafted.path("id"), company.hr);
    Map<String, String> until = Map.of("openUntil", Company.today().plusDays(30).toString());
    succession.post(company.hr, "posting", until).then().statusCode(200);
    succession.assessedBy(company.hr, company.stranger);
    succession
        .post(company.hr, "applications", Map.of("employeeId", LiveAppeal.idOf(third)))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/employeeId"));
    LiveApplication one = succession.appliedBy(first);
    LiveApplication other = succession.appliedBy(second);
    succession.closed();

    assertEquals(Set.of(one.id(), other.id()), slate(company.hr, succession));
    assertEquals(Set.of(one.id()), slate(first, succession));
    assertEquals(Set.of(other.id()), slate(second, succession));
    assertEquals(Set.of(), slate(third, succession));
  }

  /** The applications that somebody reads. */
  private static Set<String> slate(Person reader, LiveOpportunity opportunity) throws Exception {
    Set<String> read = new HashSet<>();
    for (JsonNode each :
        read(reader.ask().get(APPLICATIONS + opportunity.id() + "&limit=200")).path("items")) {
      read.add(each.path("id").asText());
    }
    return read;
  }

  @Test
  void whatWasWrittenInAnApplicationGoesWhenItIsWithdrawn() {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    String key = "withdrawn-" + opportunity.id();
    Map<String, String> body = Map.of("statement", "cerulean statement");
    String etag = opportunity.etag(second);
    String path = opportunity.path() + "/applications";
    String id =
        second
            .ask()
            .header("If-Match", etag)
            .header("Idempotency-Key", key)
            .body(body)
            .post(path)
            .path("id");
    LiveApplication application = new LiveApplication(id, second);
    assertFalse(
        application.post(second, "withdrawal").asString().contains("cerulean"), "the answer");
    assertFalse(
        second
            .ask()
            .header("If-Match", etag)
            .header("Idempotency-Key", key)
            .body(body)
            .post(path)
            .asString()
            .contains("cerulean"),
        "a repeat");
    assertEquals(404, application.read(company.hr).statusCode());
    opportunity.appliedBy(second);
  }

  @Test
  void whoeverLeavesAppliesForNothingAndAssessesNobodyAnyMore() {
    Person leaver = company.person("LEAVER", "Kees", "Tjaden", "employee");
    Person assessor = company.person("ASSESSOR", "Lotte", "Sørlie", "employee");
    Hris.takeIn(
        company.hire(leaver, company.lead, company.care()),
        company.hire(assessor, company.chief, company.mark() + "-board"));
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    assertEquals(1, tasksOf(company.hr, "OPPORTUNITY_ASSESSOR", opportunity));
    opportunity.assessedBy(company.hr, assessor);
    assertEquals(0, tasksOf(company.hr, "OPPORTUNITY_ASSESSOR", opportunity));
    LiveApplication application = opportunity.appliedBy(leaver);
    opportunity.closed();
    assertEquals(1, tasksOf(company.hr, "OPPORTUNITY_DECISION", opportunity));
    String today = Company.today().toString();
    Hris.takeIn(
        Hris.row(leaver.externalId(), "TERMINATE", today),
        Hris.row(assessor.externalId(), "TERMINATE", today));
    Hris.followed();
    assertEquals("CLOSED", opportunity.read(company.hr).path("state"), "before its day");
    opportunity.decided();
    assertEquals("UNFILLED", opportunity.read(company.hr).path("state"));
    assertEquals(404, application.read(company.hr).statusCode());
    opportunity.read(company.hr).then().body("assessors", hasSize(1));
    assertEquals(0, tasksOf(company.hr, "OPPORTUNITY_DECISION", opportunity));
  }

  @Test
  void ofTwoApplicationsAtOnceOneIsTaken() throws Exception {
    LiveOpportunity opportunity = LiveOpportunity.posted(company.lead, company);
    assertEquals(
        List.of(201, 409),
        AtOnce.statuses(
            AtOnce.answers(() -> opportunity.apply(second), () -> opportunity.apply(second))));
    assertEquals(
        1,
        Tables.count(
            "opportunity_application where opportunity_id = '%s'".formatted(opportunity.id())));
  }

  @Test
  void howFarEverybodyCameIsToldInPartsOfFiveHundred() throws Exception {
    String unit = crowd();
    LiveOpportunity opportunity =
        LiveOpportunity.posted(
                company.lead, company, Map.of("eligibility", Map.of("orgUnits", List.of(unit))))
            .closed();
    assertEquals("CLOSED", opportunity.read(company.hr).path("state"), "though nobody has applied");
    opportunity.decided();
    assertEquals("UNFILLED", opportunity.read(company.hr).path("state"));
    Set<String> people = new HashSet<>();
    int part = 0;
    for (ConsumerRecord<String, String> event :
        Events.ofTest().await("evenhand.internal.opportunities", 2, of(opportunity))) {
      JsonNode told = Json.mapper().readTree(event.value());
      assertEquals(++part, told.get("part").intValue());
      assertEquals(2, told.get("parts").intValue());
      people.addAll(told.get("people").findValuesAsText("employeeId"));
    }
    assertEquals(510, people.size());
    assertEquals(
        0,
        Tables.count("opportunity_reach where opportunity_id = '%s'".formatted(opportunity.id())),
        "what is told is kept no longer");
  }

  @Test
  void anOpportunityForWhichMoreThanFiveHundredHaveAppliedIsTakenBackInParts() {
    String unit = crowd();
    LiveOpportunity opportunity =
        LiveOpportunity.posted(
            company.hr, company, Map.of("eligibility", Map.of("orgUnits", List.of(unit))));
    Tables.execute(
        """
        insert into opportunity_application (id, version, told_version, opportunity_id, employee_id,
          assignment_id, status_seen, submitted_at, state, reached, assessments)
        select gen_random_uuid(), 0, 0, '%s', employee_id, id, 0, now(), 'ELIGIBLE', 'APPLIED', '[]'
        from assignment where org_unit = '%s'
        """
            .formatted(opportunity.id(), unit));
    Map<String, String> reason = Map.of("reason", "It was given up");
    opportunity.post(company.hr, "withdrawal", reason).then().statusCode(200);
    String ended =
        "opportunity_application where state = 'NOT_SELECTED' and opportunity_id = '%s'"
            .formatted(opportunity.id());
    await().atMost(SOON).until(() -> Tables.count(ended) == 510);
    assertEquals(
        510,
        Tables.count(
            "audit where action = 'ended' and aggregate_id in (select id from"
                + " opportunity_application"
                + " where opportunity_id = '%s')".formatted(opportunity.id())));
  }

  /** The unit of 510 who could apply. */
  private String crowd() {
    String unit = company.mark() + "-crowd";
    Hris.takeIn(
        IntStream.range(0, 510)
            .mapToObj(i -> Hris.hire(unit + i, company.chief.externalId(), unit))
            .toArray(String[]::new));
    return unit;
  }

  private static Map<String, String> finding(String criterion) {
    return Map.of("criterion", criterion, "fit", "SHOWN", "note", "seen");
  }

  /** All that somebody can see of it, but the time. */
  private static String seen(Person reader, LiveOpportunity opportunity) {
    return opportunity.etag(reader)
        + opportunity.read(reader).asString()
        + read(reader.ask().get(APPLICATIONS + opportunity.id()))
        + tasksOf(reader, "OPPORTUNITY_ASSESSMENT", opportunity);
  }

  private static JsonNode tasks(Person person, String kind) {
    return read(person.ask().get("/v1/tasks?kind=" + kind)).get("items");
  }

  private static long tasksOf(Person person, String kind, LiveOpportunity opportunity) {
    return tasks(person, kind).findValuesAsText("subject").stream()
        .filter(opportunity.path()::equals)
        .count();
  }

  private static JsonNode read(Response answer) {
    try {
      return Json.mapper().readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Predicate<ConsumerRecord<String, String>> of(LiveOpportunity opportunity) {
    return event -> opportunity.id().equals(event.key());
  }

  private static Map<String, String> reached(LiveOpportunity opportunity) throws Exception {
    ConsumerRecord<String, String> event =
        Events.ofTest().await("evenhand.internal.opportunities", 1, of(opportunity)).get(0);
    EventSchemas.check(event);
    Map<String, String> stages = new TreeMap<>();
    Json.mapper()
        .readTree(event.value())
        .get("people")
        .forEach(
            each -> stages.put(each.get("employeeId").textValue(), each.get("stage").textValue()));
    return stages;
  }
}
