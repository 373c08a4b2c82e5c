package org.evenhand.review.growth.goal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people come, go and move for, and what else goes wrong with goals elsewhere. */
@QuarkusTest
class GoalTrapsTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(2);
    person = company.staff.get(0);
  }

  @Test
  void theManagerChangesTheAgreementKeepsItsSignerAndTheNewOneConfirmsOrReopens() {
    LiveGoal kept = LiveGoal.agreed(company.lead, person, LiveGoal.terms("kept", Map.of()));
    LiveGoal reopened =
        LiveGoal.agreed(company.lead, person, LiveGoal.terms("put otherwise", Map.of()));
    tasks(company.lead, "GOAL_CONFIRMATION").body("items", empty());

    takeIn(
        person.externalId()
            + ",,,,"
            + company.stranger.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");

    tasks(company.stranger, "GOAL_CONFIRMATION").body("items", hasSize(2));
    tasks(company.lead, "GOAL_REVISIT").body("items", empty());
    tasks(company.stranger, "GOAL_REVISIT").body("items", hasSize(2));
    kept.read(company.lead).then().statusCode(404);
    kept.read(company.stranger)
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(false))
        .body("versions[0].signatures[1].by.name", equalTo(company.lead.name()));
    kept.post(person, "confirmation").then().statusCode(403);

    kept.post(company.stranger, "confirmation")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true))
        .body("versions", hasSize(1))
        .body("versions[0].signatures[1].by.name", equalTo(company.lead.name()));
    kept.post(company.stranger, "confirmation").then().statusCode(409);
    reopened
        .put(
            company.stranger,
            "terms",
            Map.of("terms", LiveGoal.terms("as it is now", Map.of()), "reason", "another way"))
        .then()
        .statusCode(200);
    tasks(company.stranger, "GOAL_CONFIRMATION").body("items", empty());
    reopened
        .post(person, "agreement")
        .then()
        .statusCode(200)
        .body("confirmed", equalTo(true))
        .body("versions[1].signatures[1].by.name", equalTo(company.stranger.name()));
  }

  @Test
  void afterALeaveATargetIsProposedAnewForTheTimeAtWorkAndNeverMissedByAbsence() {
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("a year's", Map.of()));
    tasks(company.lead, "GOAL_REVISIT").body("items", hasSize(1));

    takeIn(status("ON_LEAVE"));
    tasks(company.lead, "GOAL_REVISIT").body("items", empty());
    notMissed(goal);

    takeIn(status("ACTIVE"));
    tasks(company.lead, "GOAL_RENEWAL").body("items.subject", contains(goal.path()));
    tasks(person, "GOAL_REVISIT").body("items", hasSize(1));
    notMissed(goal);
    goal.put(
            company.lead,
            "terms",
            Map.of("terms", LiveGoal.terms("half of it", Map.of()), "reason", "half of the year"))
        .then()
        .statusCode(200);
    tasks(company.lead, "GOAL_RENEWAL").body("items", empty());
    notMissed(goal);
    goal.post(person, "agreement").then().statusCode(200).body("targetOutdated", equalTo(false));

    goal.post(company.lead, "closing", Map.of("outcome", "NOT_ACHIEVED")).then().statusCode(200);
  }

  @Test
  void aLeaveBetweenTwoLooksIsKnown() {
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("a year's", Map.of()));

    Tables.execute(
        "update goal set created_on = created_on - 60 where id = '%s'".formatted(goal.id()));

    Hris.takeIn(status("ON_LEAVE", Company.today().minusDays(20)));
    takeIn(status("ACTIVE", Company.today().minusDays(5)));

    notMissed(goal);
    tasks(company.lead, "GOAL_RENEWAL").body("items.subject", contains(goal.path()));
    assertEquals(
        1,
        Tables.count(
            "goal where id = '%s' and absence ->> 'since' = '%s' and absence ->> 'until' = '%s'"
                .formatted(
                    goal.id(), Company.today().minusDays(20), Company.today().minusDays(5))));
  }

  @Test
  void aGoalOfSomebodyWhoBeganOnADayAheadOfTheirPlaceStays() {
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("new", Map.of()));
    Tables.execute(
        """
        update assignment set started_on = current_date + 1
        where id = (select assignment_id from goal where id = '%1$s');
        update goal set assignment_since = current_date + 1, created_on = current_date
        where id = '%1$s'
        """
            .formatted(goal.id()));

    takeIn(company.hire(company.person("NEWER", "Wim", "Aldring"), null, company.care()));

    goal.read(person).then().body("state", equalTo("AGREED"));
  }

  @Test
  void whoeverLeftAndIsBackBeforeAnybodyLookedBeginsAnew() {
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("old", Map.of()));
    Tables.execute(
        "update assignment set started_on = started_on + 1 where id ="
            + " (select assignment_id from goal where id = '%s')".formatted(goal.id()));

    takeIn(
        person.externalId() + ",".repeat(7) + "L5" + ",".repeat(8) + Company.today() + ",CHANGE");

    goal.read(person).then().body("state", equalTo("DROPPED"));
  }

  @Test
  void whoeverHasRatedReadsNoMoreOfWhatGoesOn() {
    LiveReview review = LiveCycle.open(company).reviewOf(person);
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("goes on", Map.of()));
    Person reviewer = company.hrElsewhere;
    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", reviewer.externalId(), "reason", "Leads them now"))
        .then()
        .statusCode(200);
    goal.read(reviewer).then().statusCode(200).body("relations", contains("REVIEWER"));

    review.post(company.hr, "not-rated", Map.of("reason", "ON_LEAVE")).then().statusCode(200);
    goal.read(reviewer).then().statusCode(404);
    reviewer.ask().get("/v1/goals").then().body("items", empty());
  }

  private void notMissed(LiveGoal goal) {
    goal.read(person).then().body("targetOutdated", equalTo(true));
    for (String outcome : List.of("NOT_ACHIEVED", "PARTLY")) {
      goal.post(company.lead, "closing", Map.of("outcome", outcome))
          .then()
          .statusCode(409)
          .body("code", equalTo("GOAL_OF_ABSENCE"));
    }
  }

  @Test
  void whoeverLeavesMissesNothingAndBeginsAnewWhenTheyAreBack() {
    LiveGoal agreed = LiveGoal.agreed(company.lead, person, LiveGoal.terms("agreed", Map.of()));
    LiveGoal proposed =
        LiveGoal.proposed(company.lead, person, LiveGoal.terms("proposed", Map.of()));

    String id = LiveGoal.idOf(person);
    takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().toString()));
    for (LiveGoal goal : List.of(agreed, proposed)) {
      goal.read(company.lead)
          .then()
          .statusCode(200)
          .body("state", equalTo("DROPPED"))
          .body("closing.by", nullValue())
          .body("closing.reason", nullValue())
          .body("actions", empty());
    }
    tasks(company.lead, "GOAL_REVISIT").body("items", empty());
    company
        .lead
        .ask()
        .body(Map.of("employeeId", id, "terms", LiveGoal.terms("for a leaver", Map.of())))
        .post("/v1/goals")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));

    takeIn(
        company
            .hire(person, company.lead, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));
    agreed.read(person).then().statusCode(200).body("state", equalTo("DROPPED"));
    LiveGoal.agreed(company.lead, person, LiveGoal.terms("a new one", Map.of()));
    assertEquals(
        List.of("org.evenhand.goal.agreed.v1", "org.evenhand.goal.closed.v1"),
        Events.ofTest()
            .await("evenhand.development", 2, event -> agreed.id().equals(event.key()))
            .stream()
            .map(event -> Events.header(event, "ce_type"))
            .toList());
  }

  @Test
  void goalsServeOneAnotherWithoutALoopAndNobodyLearnsOfAParentTheyMayNotSee() {
    LiveGoal above =
        LiveGoal.agreed(company.chief, company.lead, LiveGoal.terms("above", Map.of()));
    LiveGoal below = LiveGoal.agreed(company.lead, person, LiveGoal.terms("below", Map.of()));

    below.put(company.lead, "parent", Map.of("parentId", above.id())).then().statusCode(200);
    below.read(company.lead).then().body("parentId", equalTo(above.id()));
    below.read(person).then().body("parentId", nullValue());
    parentRefused(below, person, above.id());
    parentRefused(above, company.lead, below.id());
    parentRefused(above, company.lead, above.id());
    below.put(person, "parent", Map.of()).then().statusCode(200);
    below.read(company.lead).then().body("parentId", nullValue());
  }

  private static void parentRefused(LiveGoal goal, Person who, String parent) {
    goal.put(who, "parent", Map.of("parentId", parent))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/parentId"));
  }

  @Test
  void aSetIsAWholeWheneverOneOfItIsAgreedAndMayBeWeighedAnew() {
    LiveGoal one =
        LiveGoal.proposed(company.lead, person, LiveGoal.terms("one", Map.of("weight", 60)));
    one.post(person, "agreement").then().statusCode(422).body("code", equalTo("GOAL_WEIGHTS"));
    LiveGoal other =
        LiveGoal.proposed(company.lead, person, LiveGoal.terms("other", Map.of("weight", 40)));
    one.post(person, "agreement").then().statusCode(200);
    other.post(person, "agreement").then().statusCode(200);

    change(one, 70, company.lead);
    one.post(person, "agreement").then().statusCode(422).body("code", equalTo("GOAL_WEIGHTS"));
    change(other, 30, company.lead);
    one.post(person, "agreement").then().statusCode(200).body("terms.weight", equalTo(70));
    other.post(person, "refusal").then().statusCode(422).body("code", equalTo("GOAL_WEIGHTS"));
    other.post(person, "agreement").then().statusCode(200).body("terms.weight", equalTo(30));
  }

  @Test
  void aProposalWithWhichOthersWereWeighedDoesNotJustGo() {
    LiveGoal one =
        LiveGoal.proposed(company.lead, person, LiveGoal.terms("one", Map.of("weight", 60)));
    LiveGoal other =
        LiveGoal.proposed(company.lead, person, LiveGoal.terms("other", Map.of("weight", 40)));
    one.post(person, "agreement").then().statusCode(200);
    Map<String, Object> dropped = Map.of("outcome", "DROPPED", "reason", "not this one");
    other
        .post(person, "closing", dropped)
        .then()
        .statusCode(422)
        .body("code", equalTo("GOAL_WEIGHTS"));

    change(one, 100, person);
    other.post(person, "closing", dropped).then().statusCode(200);
    one.post(company.lead, "refusal").then().statusCode(422);
    one.post(company.lead, "agreement").then().statusCode(200).body("terms.weight", equalTo(100));
  }

  private static void change(LiveGoal goal, int weight, Person by) {
    goal.put(
            by,
            "terms",
            Map.of("terms", LiveGoal.terms("one", Map.of("weight", weight)), "reason", "weighed"))
        .then()
        .statusCode(200);
  }

  @Test
  void goalsAgreedAfterTheCyclesMilestoneAreLateAndNoneNeedsACycle() {
    LiveGoal before =
        LiveGoal.agreed(company.lead, person, LiveGoal.terms("without a cycle", Map.of()));
    before.read(person).then().body("versions[0].late", equalTo(false));

    Map<String, Object> plan =
        new HashMap<>(LiveCycle.plan(company, Policy.inEffect(), company.mark() + "-set"));
    Map<String, Object> milestones = new HashMap<>();
    ((Map<?, ?>) plan.get("milestones"))
        .forEach((name, day) -> milestones.put(String.valueOf(name), day));
    milestones.put("goalSetting", Company.today().minusDays(20).toString());
    plan.put("milestones", milestones);
    Response planned =
        await()
            .atMost(SOON)
            .until(
                () -> company.hr.ask().body(plan).post("/v1/cycles"),
                answer -> answer.statusCode() == 201);
    company
        .hr
        .ask()
        .header("If-Match", planned.header("ETag"))
        .post("/v1/cycles/" + planned.path("id") + "/schedule")
        .then()
        .statusCode(200);

    LiveGoal.agreed(company.lead, person, LiveGoal.terms("in a cycle", Map.of()))
        .read(person)
        .then()
        .body("versions[0].late", equalTo(true));
    before
        .put(
            company.lead,
            "terms",
            Map.of("terms", LiveGoal.terms("put otherwise", Map.of()), "reason", "It has grown"))
        .then()
        .statusCode(200);
    before.post(person, "agreement").then().statusCode(200);
    before
        .read(person)
        .then()
        .body("versions.late", contains(false, true))
        .body("terms.title", equalTo("put otherwise"));
  }

  @Test
  void whatIsCarriedOverGoesOnAsAProposal() {
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("longer", Map.of()));
    String until = Company.today().plusMonths(10).toString();
    goal.post(company.lead, "closing", Map.of("outcome", "CARRIED_OVER", "dueOn", until))
        .then()
        .statusCode(200)
        .body("state", equalTo("CARRIED_OVER"));

    String next = person.ask().get("/v1/goals?state=PROPOSED").then().extract().path("items[0].id");
    new LiveGoal(next)
        .post(person, "agreement")
        .then()
        .statusCode(200)
        .body("carriedFrom", equalTo(goal.id()))
        .body("terms.dueOn", equalTo(until));
  }

  @Test
  void withAPersonWhomNobodyIsAboveHrAgreesForTheCompany() {
    Person alone = company.person("ALONE", "Wim", "Aldring", "employee");
    Hris.takeIn(company.hire(alone, null, company.care()));
    LiveGoal goal = LiveGoal.proposed(alone, alone, LiveGoal.terms("on my own", Map.of()));

    tasks(company.hrLead, "GOAL_AGREEMENT").body("items.subject", hasItem(goal.path()));
    goal.read(company.hr).then().body("relations", contains("HR", "ON_BEHALF"));
    goal.post(company.hrLead, "agreement")
        .then()
        .statusCode(200)
        .body("state", equalTo("AGREED"))
        .body("versions[0].signatures[1].by.name", equalTo(company.hrLead.name()));
    LiveGoal.agreed(company.lead, person, LiveGoal.terms("with a manager", Map.of()))
        .read(company.hrLead)
        .then()
        .body("actions", empty());
  }

  private String status(String status) {
    return status(status, Company.today());
  }

  private String status(String status, LocalDate since) {
    return person.externalId() + ",".repeat(13) + status + ",," + since + ",CHANGE";
  }

  /** Takes a row in, and waits until what follows from it for goals has been done. */
  private static void takeIn(String row) {
    Hris.takeIn(row);
    Hris.followed();
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
