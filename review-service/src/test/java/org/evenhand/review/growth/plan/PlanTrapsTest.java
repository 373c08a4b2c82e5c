package org.evenhand.review.growth.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people come, go and move for, and what else goes wrong with development plans elsewhere. */
@QuarkusTest
class PlanTrapsTest {

  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(2);
    person = company.staff.get(0);
  }

  @Test
  void theManagerChangesAndAnActivePlanStaysSoUntilTheNewOneConfirmsOrPutsItOtherwise() {
    LivePlan kept = LivePlan.agreed(company.lead, person, LivePlan.terms("kept"));
    LivePlan reopened = LivePlan.agreed(company.lead, person, LivePlan.terms("reopened"));
    tasks(company.lead, "PLAN_CONFIRMATION").body("items", empty());

    takeIn(reportsTo(company.stranger));

    tasks(company.stranger, "PLAN_CONFIRMATION").body("items", hasSize(2));
    for (String kind : List.of("MEANS", "CHECKPOINT")) {
      tasks(company.lead, kind).body("items", empty());
      tasks(company.stranger, kind).body("items", hasSize(2));
    }
    kept.read(company.lead).then().statusCode(404);
    kept.read(company.stranger)
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("confirmed", equalTo(false))
        .body("versions[0].signatures[1].by.name", equalTo(company.lead.name()));
    kept.post(person, "confirmation").then().statusCode(403);
    kept.post(company.stranger, "confirmation")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true))
        .body("versions[0].signatures[1].by.name", equalTo(company.lead.name()));
    kept.post(company.stranger, "confirmation").then().statusCode(409);

    reopened
        .put(
            company.stranger,
            "terms",
            Map.of("terms", LivePlan.terms("as it is now"), "reason", "another way"))
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("terms.aim", equalTo("reopened"));
    tasks(company.stranger, "PLAN_CONFIRMATION").body("items", empty());
    reopened
        .post(person, "agreement")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true))
        .body("terms.aim", equalTo("as it is now"))
        .body("versions[1].signatures[1].by.name", equalTo(company.stranger.name()));
  }

  @Test
  void theManagerChangesInTheMiddleOfAProposalAndWhoeverComesStandsByNothingYet() {
    LivePlan plan = LivePlan.proposed(company.lead, person, LivePlan.terms("of the old one"));
    LivePlan begun = LivePlan.proposed(person, person, LivePlan.terms("of the person"));
    takeIn(reportsTo(company.stranger));

    tasks(company.lead, "PLAN_AGREEMENT").body("items", empty());
    tasks(company.stranger, "PLAN_AGREEMENT").body("items.subject", contains(begun.path()));
    plan.post(person, "agreement")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("confirmed", equalTo(false))
        .body("versions[0].signatures[1].by.name", equalTo(company.lead.name()));
    tasks(company.stranger, "PLAN_CONFIRMATION").body("items.subject", contains(plan.path()));
    begun
        .post(company.stranger, "agreement")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true));
  }

  @Test
  void aLeavePausesAndWhenItEndsTheDaysHaveMovedByTheTimeAway() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("a year's"));
    LivePlan proposed = LivePlan.proposed(company.lead, person, LivePlan.terms("to be signed"));
    age(plan);
    age(proposed);
    LocalDate today = Company.today();

    takeIn(status("ON_LEAVE", today.minusDays(30)));
    plan.read(person).then().body("state", equalTo("PAUSED"));
    for (String kind : List.of("CHECKPOINT", "MEANS", "PLAN_AGREEMENT")) {
      tasks(person, kind).body("items", empty());
      tasks(company.lead, kind).body("items", empty());
    }
    tasks(company.hr, "MEANS").body("items", empty());
    plan.post(company.lead, "closing", Map.of("cause", "EMPLOYEE", "reason", "is away"))
        .then()
        .statusCode(409)
        .body("allowed", not(hasItem("closeDevelopmentPlan")));

    takeIn(status("ACTIVE", today));
    plan.read(person)
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("terms.until", equalTo(today.plusMonths(6).plusDays(30).toString()))
        .body(
            "terms.actions[0].checkpoints[0].on",
            equalTo(today.plusMonths(2).plusDays(30).toString()))
        .body("means[0].dueOn", equalTo(today.plusMonths(1).plusDays(30).toString()))
        .body("versions[0].terms.until", equalTo(today.plusMonths(6).toString()));
    tasks(company.lead, "MEANS").body("items", hasSize(1));
    tasks(person, "PLAN_AGREEMENT").body("items", hasSize(1));
    proposed
        .post(person, "agreement")
        .then()
        .statusCode(200)
        .body("terms.until", equalTo(today.plusMonths(6).plusDays(30).toString()));
  }

  @Test
  void whatWasLateBeforeALeaveStaysSoAndWhatFallsDueMeanwhileIsNotLate() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("late before"));
    age(plan);
    move(plan, Company.today().plusMonths(1), Company.today().minusDays(40));
    move(plan, Company.today().plusMonths(2), Company.today().minusDays(10));

    takeIn(status("ON_LEAVE", Company.today().minusDays(30)));

    tasks(company.lead, "MEANS").body("items.subject", contains(plan.path()));
    tasks(company.hr, "MEANS").body("items", empty());
    plan.deliver(company.hr, "SEAT")
        .then()
        .statusCode(200)
        .body("means.find { it.kind == 'SEAT' }.late", equalTo(false));
    plan.deliver(company.lead, "MENTOR")
        .then()
        .statusCode(200)
        .body("means.find { it.kind == 'MENTOR' }.late", equalTo(true));
  }

  @Test
  void aLeaveBetweenTwoLooksMovesTheDaysToo() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("a year's"));
    age(plan);
    LocalDate today = Company.today();

    Hris.takeIn(status("ON_LEAVE", today.minusDays(20)));
    takeIn(status("ACTIVE", today.minusDays(5)));

    plan.read(person)
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("terms.until", equalTo(today.plusMonths(6).plusDays(15).toString()));
  }

  /** As if it had been begun, and its terms put, two months ago. */
  private static void age(LivePlan plan) {
    LocalDate then = Company.today().minusDays(60);
    Tables.execute(
        """
        update development_plan
        set created_on = created_on - 60,
            proposal = jsonb_set(proposal, '{on}', to_jsonb(cast('%1$s' as text)), false),
            versions = jsonb_set(versions, '{0,put}', to_jsonb(cast('%1$s' as text)), false)
        where id = '%2$s'
        """
            .formatted(then, plan.id()));
  }

  @Test
  void whoeverIsAwayWhenAPlanIsBegunOwesNothingBeforeTheyAreBack() {
    takeIn(status("ON_LEAVE", Company.today()));
    LivePlan plan = LivePlan.proposed(company.lead, person, LivePlan.terms("for later"));
    looked();
    tasks(person, "PLAN_AGREEMENT").body("items", empty());

    takeIn(status("ACTIVE", Company.today()));
    tasks(person, "PLAN_AGREEMENT").body("items.subject", contains(plan.path()));
  }

  @Test
  void whoeverLeavesHasFailedAtNothingAndBeginsAnewWhenTheyAreBack() {
    LivePlan agreed = LivePlan.agreed(company.lead, person, LivePlan.terms("agreed"));
    LivePlan proposed = LivePlan.proposed(company.lead, person, LivePlan.terms("proposed"));

    takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().toString()));
    agreed
        .read(company.lead)
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED_UNMET"))
        .body("closing.cause", equalTo("CIRCUMSTANCE"))
        .body("closing.by", nullValue());
    proposed.read(company.lead).then().body("state", equalTo("WITHDRAWN"));
    for (String kind : List.of("MEANS", "CHECKPOINT", "PLAN_AGREEMENT")) {
      tasks(company.lead, kind).body("items", empty());
    }

    takeIn(
        company
            .hire(person, company.stranger, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));
    agreed.read(person).then().statusCode(200).body("state", equalTo("CLOSED_UNMET"));
    agreed.read(company.stranger).then().statusCode(404);
    LivePlan.agreed(company.stranger, person, LivePlan.terms("a new one"));
    assertEquals(
        List.of("org.evenhand.plan.agreed.v1", "org.evenhand.plan.closed.v1"),
        Events.ofTest()
            .await("evenhand.development", 2, event -> agreed.id().equals(event.key()))
            .stream()
            .map(event -> Events.header(event, "ce_type"))
            .toList());
  }

  @Test
  void eachManagerOfTwoAssignmentsSeesThePlansOfTheirOwnAlone() {
    Person other = company.person("OTHERLEAD", "Tova", "Brandt", "employee", "manager");
    Hris.takeIn(
        company.hire(other, company.chief, company.care()),
        company
            .hire(person, other, company.mark() + "-lab", "EMPLOYEE", Company.today())
            .replace(",,," + Company.today(), ",," + second() + "," + Company.today()));
    LivePlan first = LivePlan.agreed(company.lead, person, LivePlan.terms("first"));
    LivePlan begun = begunInSecond(other, 201);
    begun.post(other, "proposal").then().statusCode(200);
    begun.post(person, "agreement").then().statusCode(200).body("state", equalTo("ACTIVE"));

    first.read(other).then().statusCode(404);
    begun.read(company.lead).then().statusCode(404);
    begun.read(company.chief).then().statusCode(200).body("relations", contains("LINE"));
    company.lead.ask().get("/v1/development-plans").then().body("items.id", contains(first.id()));
    other.ask().get("/v1/development-plans").then().body("items.id", contains(begun.id()));
    tasks(company.lead, "MEANS").body("items.subject", contains(first.path()));
    tasks(other, "MEANS").body("items.subject", contains(begun.path()));
    begunInSecond(company.lead, 403);
  }

  private String second() {
    return person.externalId() + "-2";
  }

  private LivePlan begunInSecond(Person author, int status) {
    String id =
        author
            .ask()
            .body(
                Map.of(
                    "employeeId",
                    LiveAppeal.idOf(person),
                    "assignmentId",
                    second(),
                    "terms",
                    LivePlan.terms("second")))
            .post("/v1/development-plans")
            .then()
            .statusCode(status)
            .extract()
            .path("id");
    return new LivePlan(id, person);
  }

  @Test
  void whatTheCompanyDidNotGiveIsNotThePersonsDoing() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("a seat"));
    Map<String, Object> blame = Map.of("cause", "EMPLOYEE", "reason", "did not learn");
    plan.deliver(company.lead, "MENTOR").then().statusCode(200);
    LocalDate yesterday = Company.today().minusDays(2);
    move(plan, Company.today().plusMonths(2), yesterday);

    plan.post(company.lead, "closing", blame)
        .then()
        .statusCode(409)
        .body("code", equalTo("MEANS_NOT_GIVEN"))
        .body("detail", containsString("SEAT by " + yesterday))
        .body("errors.pointer", contains("/cause"));
    Map<String, Object> dropped = Map.of("outcome", "DROPPED", "reason", "no seat");
    plan.endAction(company.lead, dropped)
        .then()
        .statusCode(409)
        .body("allowed", contains("deliverMeans", "changeDevelopmentPlan"));
    tasks(company.hr, "MEANS").body("items.subject", contains(plan.path()));
    plan.endAction(person, dropped).then().statusCode(200);
    plan.post(company.lead, "closing", blame)
        .then()
        .statusCode(409)
        .body("code", equalTo("MEANS_NOT_GIVEN"));
    plan.post(company.lead, "closing", Map.of("cause", "PROVIDER", "reason", "there was no seat"))
        .then()
        .statusCode(200)
        .body("state", equalTo("CLOSED_UNMET"))
        .body("closing.cause", equalTo("PROVIDER"));
    plan.read(person).then().body("actions", contains("citeDevelopmentPlan"));
  }

  @Test
  void whoClosesAPlanBeforeItsMeansAreDueCannotBlameThePerson() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("closed early"));
    Map<String, Object> blame = Map.of("cause", "EMPLOYEE", "reason", "did not learn");
    plan.post(company.lead, "closing", blame).then().statusCode(409);
    plan.deliver(company.lead, "MENTOR").then().statusCode(200);
    plan.post(company.lead, "closing", blame)
        .then()
        .statusCode(409)
        .body("code", equalTo("MEANS_NOT_GIVEN"))
        .body("detail", containsString("SEAT by "));
    plan.deliver(company.hr, "SEAT").then().statusCode(200);
    plan.post(company.lead, "closing", blame)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/cause"));
    plan.post(person, "closing", blame).then().statusCode(200);
  }

  @Test
  void whatWasGivenKeepsTheWordsUnderWhichItWas() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("as it was given"));
    plan.deliver(company.hr, "SEAT").then().statusCode(200);
    plan.endAction(person, Map.of("outcome", "DONE")).then().statusCode(200);
    Map<String, Object> action = plan.read(person).path("terms.actions[0]");
    List<Map<String, Object>> means = plan.read(person).path("terms.actions[0].means");
    plan.put(
            company.lead,
            "terms",
            changed(Map.of("measure", "Another one", "means", means), action))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/terms/actions/0"));
    List<Map<String, Object>> other = List.of(means.get(0), with(means.get(1), "text", "Two days"));
    plan.put(company.lead, "terms", changed(Map.of("means", other), action))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/terms/actions/0/means/1"));
    List<Map<String, Object>> open = List.of(with(means.get(0), "text", "Twice"), means.get(1));
    plan.put(company.lead, "terms", changed(Map.of("means", open), action)).then().statusCode(200);
  }

  private static Map<String, Object> changed(
      Map<String, Object> changes, Map<String, Object> action) {
    Map<String, Object> put = new HashMap<>(action);
    put.putAll(changes);
    return Map.of("terms", LivePlan.terms("otherwise", put), "reason", "to see");
  }

  private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
    Map<String, Object> more = new HashMap<>(some);
    more.put(name, value);
    return more;
  }

  @Test
  void whatCameSoLateThatItsActionWasOverIsNotThePersonsDoingEither() {
    LivePlan late = LivePlan.agreed(company.lead, person, LivePlan.terms("came too late"));
    LivePlan inTime = LivePlan.agreed(company.lead, person, LivePlan.terms("came a day late"));
    Map<String, Object> blame = Map.of("cause", "EMPLOYEE", "reason", "did not learn");
    for (LivePlan plan : List.of(late, inTime)) {
      move(plan, Company.today().plusMonths(1), Company.today().minusDays(2));
      plan.deliver(company.hr, "SEAT").then().statusCode(200);
      plan.deliver(company.lead, "MENTOR")
          .then()
          .statusCode(200)
          .body("means.find { it.kind == 'MENTOR' }.late", equalTo(true));
    }
    move(late, Company.today().plusMonths(5), Company.today().minusDays(1));

    late.post(company.lead, "closing", blame)
        .then()
        .statusCode(409)
        .body("code", equalTo("MEANS_NOT_GIVEN"));
    inTime.post(person, "closing", blame).then().statusCode(200);
  }

  /** As if the day had been another one from the first on. */
  private static void move(LivePlan plan, LocalDate from, LocalDate to) {
    Tables.execute(
        """
        update development_plan
        set versions = cast(replace(cast(versions as text), '"%s"', '"%s"') as jsonb)
        where id = '%s'
        """
            .formatted(from, to, plan.id()));
  }

  @Test
  void ofTwoWhoPutItOtherwiseAtOnceOneReadsAnew() throws Exception {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("as agreed"));
    String etag = plan.etag(person);
    var answers =
        AtOnce.answers(
            () -> change(plan, person, etag, "of the person"),
            () -> change(plan, company.lead, etag, "of the manager"));
    assertEquals(List.of(200, 412), AtOnce.statuses(answers));
    plan.read(person)
        .then()
        .body("terms.aim", equalTo("as agreed"))
        .body("proposal.signatures", hasSize(1));
  }

  private static Response change(LivePlan plan, Person who, String etag, String aim) {
    return who.ask()
        .header("If-Match", etag)
        .body(Map.of("terms", LivePlan.terms(aim), "reason", "another way"))
        .put(plan.path() + "/terms");
  }

  @Test
  void whatWaitedUntilItsDaysWereOverIsPutAnewBeforeItIsSigned() {
    LivePlan plan = LivePlan.proposed(company.lead, person, LivePlan.terms("waited"));
    Tables.execute(
        """
        update development_plan
        set proposal = cast(replace(cast(proposal as text), '"%s"', '"%s"') as jsonb)
        where id = '%s'
        """
            .formatted(Company.today().plusMonths(1), Company.today().minusDays(2), plan.id()));
    plan.post(person, "agreement")
        .then()
        .statusCode(409)
        .body("allowed", hasItem("changeDevelopmentPlan"));
    plan.put(person, "terms", Map.of("terms", LivePlan.terms("anew"))).then().statusCode(200);
    plan.post(company.lead, "agreement").then().statusCode(200);
  }

  @Test
  void whatSomebodyBeganByThemselfIsTheirsAloneAlsoWhenItIsWithdrawn() {
    LivePlan begun = LivePlan.begun(company.lead, person, LivePlan.terms("thought better"));
    begun
        .post(company.lead, "withdrawal")
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    begun.read(company.lead).then().statusCode(200);
    for (Person other : List.of(person, company.chief, company.hr, company.hrLead)) {
      begun.read(other).then().statusCode(404);
    }
    person.ask().get("/v1/development-plans").then().body("items", empty());

    LivePlan returned = LivePlan.proposed(company.lead, person, LivePlan.terms("sent back"));
    returned.post(person, "withdrawal").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    tasks(person, "PLAN_AGREEMENT").body("items", empty());
    returned.post(person, "agreement").then().statusCode(409);
  }

  @Test
  void aWishThatIsTakenBackIsInNoRememberedAnswer() {
    LivePlan plan = LivePlan.proposed(person, person, LivePlan.terms("with a wish"));
    String etag = plan.etag(person);
    Response wished = wish(plan, etag, "turquoise wish");
    wished.then().statusCode(200).body("wish", equalTo("turquoise wish"));
    plan.put(person, "wish", Map.of()).then().statusCode(200).body("wish", nullValue());
    assertFalse(wish(plan, etag, "turquoise wish").asString().contains("turquoise"));
  }

  private Response wish(LivePlan plan, String etag, String text) {
    return person
        .ask()
        .header("If-Match", etag)
        .header("Idempotency-Key", plan.id())
        .body(Map.of("text", text))
        .put(plan.path() + "/wish");
  }

  @Test
  void withAPersonWhomNobodyIsAboveHrAgreesForTheCompany() {
    Person alone = company.person("ALONE", "Wim", "Aldring", "employee");
    Hris.takeIn(company.hire(alone, null, company.care()));
    LivePlan plan = LivePlan.proposed(alone, alone, LivePlan.terms("on my own"));

    tasks(company.hrLead, "PLAN_AGREEMENT").body("items.subject", hasItem(plan.path()));
    plan.read(company.hr)
        .then()
        .body("relations", contains("HR", "ON_BEHALF"))
        .body("proposal.terms.aim", equalTo("on my own"));
    plan.post(company.hrLead, "agreement").then().statusCode(200).body("state", equalTo("ACTIVE"));
    tasks(company.hrLead, "MEANS").body("items.subject", hasItem(plan.path()));
    plan.deliver(company.hr, "MENTOR").then().statusCode(200);
  }

  @Test
  void whatWasNotDueYetIsNoDebtOfAPlanThatEndsUnlessTheCompanyFailedIt() {
    LivePlan goesOn = LivePlan.agreed(company.lead, person, LivePlan.terms("goes on"));
    goesOn.deliver(company.lead, "MENTOR").then().statusCode(200);
    String until = Company.today().plusMonths(10).toString();
    goesOn.post(company.lead, "carry-over", Map.of("until", until)).then().statusCode(200);
    LivePlan failed = LivePlan.agreed(company.lead, person, LivePlan.terms("failed"));
    failed
        .post(company.lead, "closing", Map.of("cause", "PROVIDER", "reason", "no budget"))
        .then()
        .statusCode(200);

    assertEquals(List.of("MENTOR"), meansAtTheEnd(goesOn));
    assertEquals(List.of("SEAT", "MENTOR"), meansAtTheEnd(failed));
  }

  private static List<String> meansAtTheEnd(LivePlan plan) {
    var told =
        Events.ofTest().await("evenhand.development", 2, event -> plan.id().equals(event.key()));
    told.forEach(EventSchemas::check);
    return JsonPath.from(told.get(1).value()).getList("means.kind");
  }

  @Test
  void whatIsCarriedOverGoesOnAsADraftThatIsOwed() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("longer"));
    plan.deliver(company.lead, "MENTOR").then().statusCode(200);
    plan.post(company.lead, "carry-over", Map.of("until", Company.today().minusDays(3).toString()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/until"));
    String until = Company.today().plusMonths(10).toString();
    plan.post(company.lead, "carry-over", Map.of("until", until))
        .then()
        .statusCode(200)
        .body("state", equalTo("CARRIED_OVER"));
    tasks(company.lead, "MEANS").body("items", empty());
    var events =
        Events.ofTest().await("evenhand.development", 2, event -> plan.id().equals(event.key()));
    events.forEach(EventSchemas::check);
    assertEquals(
        List.of("org.evenhand.plan.agreed.v1", "org.evenhand.plan.carried-over.v1"),
        events.stream().map(event -> Events.header(event, "ce_type")).toList());

    String id =
        person
            .ask()
            .get("/v1/development-plans?state=DRAFT")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("items[0].id");
    LivePlan next = new LivePlan(id, person);
    tasks(company.lead, "PLAN_PROPOSAL").body("items.subject", contains(next.path()));
    next.read(person)
        .then()
        .body("carriedFrom", equalTo(plan.id()))
        .body("terms.until", equalTo(until))
        .body("terms.actions[0].means.kind", contains("SEAT"))
        .body("actions", hasItems("proposeDevelopmentPlan", "changeDevelopmentPlan"))
        .body("actions", not(hasItem("withdrawDevelopmentPlan")));
    next.post(company.lead, "proposal").then().statusCode(200);
    tasks(company.lead, "PLAN_PROPOSAL").body("items", empty());
    next.post(person, "withdrawal").then().statusCode(200).body("state", equalTo("DRAFT"));
    tasks(company.lead, "PLAN_PROPOSAL").body("items", hasSize(1));
    next.post(person, "proposal").then().statusCode(200);
    next.post(company.lead, "agreement").then().statusCode(200).body("state", equalTo("ACTIVE"));
  }

  @Test
  void whatIsCarriedOverKeepsTheRulesOfTerms() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("shorter"));
    plan.post(person, "carry-over", Map.of("until", Company.today().plusYears(6).toString()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/until"));
    String until = Company.today().plusDays(20).toString();
    plan.post(person, "carry-over", Map.of("until", until)).then().statusCode(200);

    LivePlan next =
        new LivePlan(
            person.ask().get("/v1/development-plans?state=DRAFT").path("items[0].id"), person);
    next.read(person)
        .then()
        .body("terms.actions[0].dueOn", equalTo(until))
        .body("terms.actions[0].checkpoints", empty())
        .body("terms.actions[0].means.dueOn", contains(until, until));
    next.post(person, "proposal").then().statusCode(200);
    next.post(company.lead, "agreement").then().statusCode(200).body("state", equalTo("ACTIVE"));
  }

  @Test
  void whatIsInThePlanKeepsItsIdAndNothingElseHasOne() {
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("kept"));
    Map<String, Object> terms = new HashMap<>(plan.read(person).<Map<String, Object>>path("terms"));
    List<Map<String, Object>> actions = plan.read(person).path("terms.actions");
    terms.put("actions", List.of(actions.get(0), actions.get(0)));
    plan.put(person, "terms", Map.of("terms", terms, "reason", "twice"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/terms/actions/1/id"));
    Map<String, Object> unknown = new HashMap<>(actions.get(0));
    unknown.put("id", plan.id());
    terms.put("actions", List.of(unknown));
    plan.put(person, "terms", Map.of("terms", terms, "reason", "another's"))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/terms/actions/0/id"));
  }

  private String reportsTo(Person manager) {
    return person.externalId()
        + ",,,,"
        + manager.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  private String status(String status, LocalDate since) {
    return person.externalId() + ",".repeat(13) + status + ",," + since + ",CHANGE";
  }

  /** Takes a row in, and waits until what follows from it for plans has been done. */
  private static void takeIn(String row) {
    Hris.takeIn(row);
    looked();
  }

  private static void looked() {
    Hris.followed();
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
