package org.evenhand.review.growth;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody works for the lead, whom the chief leads, and in a second assignment for another one,
 * whom the director leads. Neither line has to do with the other.
 */
@QuarkusTest
class TwoAssignmentsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SECOND = "A-2";

  private Company company;
  private Person person;
  private Person other;
  private Person director;

  @BeforeEach
  void found() {
    company = Company.of(1);
    person = company.staff.get(0);
    director = company.person("DIRECTOR", "Wim", "Aldring", "employee", "manager");
    other = company.person("OTHER", "Xaver", "Bruun", "employee", "manager");
    String unit = company.mark() + "-second";
    Hris.takeIn(
        company.hire(director, null, unit),
        company.hire(other, director, unit),
        company
            .hire(person, other, unit, "EMPLOYEE", Company.today().minusYears(1))
            .replace("EMPLOYEE,,,", "EMPLOYEE,," + SECOND + ","));
  }

  @Test
  void eachManagerPlansAndReadsTheCheckInsAndActionsOfTheirAssignmentAlone() {
    Map<String, Object> inSecond = Map.of("assignmentId", SECOND);
    LiveCheckIn.plan(company.lead, person, inSecond).then().statusCode(403);
    LiveCheckIn.plan(company.chief, person, inSecond).then().statusCode(403);
    LiveCheckIn.plan(other, person, Map.of()).then().statusCode(403);
    LiveCheckIn first = LiveCheckIn.planned(company.lead, person);
    LiveCheckIn second = LiveCheckIn.planned(other, person, inSecond);
    String ofFirst = first.promised(person, "MANAGER", "Ask for a tester");
    String ofSecond = second.promised(person, "MANAGER", "Ask for a room");

    sees(company.lead, first, ofFirst);
    sees(other, second, ofSecond);
    second.read(company.lead).then().statusCode(404);
    first.read(other).then().statusCode(404);
    company.lead.ask().get(ofSecond).then().statusCode(404);
    other.ask().get(ofFirst).then().statusCode(404);
    tasks(company.lead, "CHECK_IN").body("items.subject", contains(first.path()));
    tasks(other, "CHECK_IN_ACTION").body("items.subject", contains(ofSecond));
  }

  private static void sees(Person who, LiveCheckIn checkIn, String action) {
    who.ask().get("/v1/check-ins").then().body("items.id", contains(checkIn.id()));
    who.ask()
        .get("/v1/check-in-actions")
        .then()
        .body("items.id", contains(action.substring(action.lastIndexOf('/') + 1)));
  }

  @Test
  void eachManagerAndThoseAboveThemWriteAndReadTheGoalsOfTheirAssignmentAlone() {
    for (Person outside : List.of(company.lead, company.chief)) {
      draft(outside, SECOND).statusCode(403);
    }
    for (Person outside : List.of(other, director)) {
      draft(outside, person.externalId()).statusCode(403);
    }
    draft(company.chief, person.externalId()).statusCode(201);
    draft(director, SECOND).statusCode(201);
    LiveGoal goal = agreedInSecond();

    goal.read(director).then().statusCode(200).body("relations", contains("LINE"));
    for (Person outside : List.of(company.lead, company.chief)) {
      goal.read(outside).then().statusCode(404);
      outside
          .ask()
          .get("/v1/goals?state=AGREED&employee=" + LiveAppeal.idOf(person))
          .then()
          .body("items", empty());
    }
    goal.read(person).then().statusCode(200);
  }

  private LiveGoal agreedInSecond() {
    String id = draft(other, SECOND).statusCode(201).extract().path("id");
    LiveGoal goal = new LiveGoal(id);
    goal.post(other, "proposal").then().statusCode(200);
    goal.post(person, "agreement").then().statusCode(200).body("state", equalTo("AGREED"));
    return goal;
  }

  private ValidatableResponse draft(Person author, String assignment) {
    Map<String, Object> body = new HashMap<>();
    body.put("employeeId", LiveAppeal.idOf(person));
    body.put("assignmentId", assignment);
    body.put("terms", LiveGoal.terms("of " + assignment, Map.of()));
    return author.ask().body(body).post("/v1/goals").then();
  }

  @Test
  void aFileAssignsGoalsOfTheLibraryByTheLineOfItsAssignmentAlone() {
    String key = company.mark().toLowerCase(Locale.ROOT) + "-goal";
    company
        .hr
        .ask()
        .body(Map.of("key", key, "title", "Answers in time", "measure", Map.of("kind", "YES_NO")))
        .post("/v1/goal-library")
        .then()
        .statusCode(201);

    for (Person outside : List.of(company.lead, company.chief)) {
      send(outside, key, SECOND)
          .body("refused", equalTo(1))
          .body("results[0].errors[0].column", equalTo("externalId"));
    }
    send(other, key, person.externalId()).body("refused", equalTo(1));
    send(director, key, SECOND).body("created", equalTo(1));
    send(other, key, SECOND).body("unchanged", equalTo(1));
    send(company.lead, key, person.externalId()).body("created", equalTo(1));
    for (Person one : List.of(other, company.lead)) {
      one.ask().get("/v1/goals").then().body("items", hasSize(1));
    }
  }

  private ValidatableResponse send(Person sender, String key, String assignment) {
    String file =
        "externalId,assignmentId,goal,weight,visibility,dueOn\n%s,%s,%s,,,%s\n"
            .formatted(person.externalId(), assignment, key, Company.today().plusMonths(6));
    return Hris.as(sender.token())
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/v1/goal-assignments")
        .then()
        .statusCode(207);
  }

  @Test
  void whenAManagerLeavesWhatIsTheirsGoesUpTheirOwnLineAndNeverToTheOther() {
    LiveGoal goal = agreedInSecond();
    LiveCheckIn checkIn = LiveCheckIn.planned(other, person, Map.of("assignmentId", SECOND));
    String action = checkIn.promised(other, "MANAGER", "Ask for a room");

    leaves(other);
    checkIn.read(person).then().body("state", equalTo("SKIPPED"));
    assertEquals(
        director.name(),
        LiveCheckIn.next(person).read(person).then().extract().<String>path("manager.name"));
    tasks(director, "GOAL_CONFIRMATION").body("items.subject", contains(goal.path()));
    tasks(director, "CHECK_IN_ACTION").body("items.subject", contains(action));
    tasks(company.lead, "GOAL_CONFIRMATION").body("items", empty());

    leaves(director);
    person.ask().get("/v1/check-ins?state=PLANNED").then().body("items", empty());
    for (Person outside : List.of(company.lead, company.chief)) {
      goal.read(outside).then().statusCode(404);
      outside.ask().get("/v1/check-ins").then().body("items", empty());
      outside.ask().get("/v1/check-in-actions").then().body("items", empty());
    }
  }

  @Test
  void whatThePersonIsLateWithGoesUpTheLineOfThatAssignmentAlone() {
    LiveGoal goal = agreedInSecond();
    String late = "kind = 'GOAL_REVISIT' and side = 'EMPLOYEE' and subject = '" + goal.id() + "'";
    Tables.execute(
        "update duty set due_on = current_date - 90, due_at = now() - interval '90 days',"
            + " next_at = now() where "
            + late);
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "duty where step = 1 and responsible_id = '%s' and "
                                .formatted(LiveAppeal.idOf(other))
                            + late)
                    == 1);
    tasks(company.lead, "GOAL_REVISIT").body("items", empty());
  }

  @Test
  void whoeverLeadsAnAssignmentFindsWhatIsOwedThereAndMayProposeToWaiveIt() {
    LiveGoal goal = agreedInSecond();
    for (Person above : List.of(other, director)) {
      waivable(above).body("items.subject", hasItem(goal.path()));
    }
    for (Person outside : List.of(company.lead, company.chief)) {
      waivable(outside).body("items.subject", not(hasItem(goal.path())));
    }
  }

  private static ValidatableResponse waivable(Person who) {
    return who.ask().get("/v1/tasks?limit=200&waivable=true&kind=GOAL_REVISIT").then();
  }

  private static void leaves(Person who) {
    Hris.takeIn(Hris.row(who.externalId(), "TERMINATE", Company.today().toString()));
    Hris.followed();
  }

  private static ValidatableResponse tasks(Person who, String kind) {
    return who.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
