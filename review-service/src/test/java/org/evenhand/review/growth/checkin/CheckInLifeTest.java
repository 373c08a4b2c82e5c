package org.evenhand.review.growth.checkin;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** A check-in from its plan to its end, as its two see it, and nobody else. */
@QuarkusTest
class CheckInLifeTest {

  /** Words of both, one of each kind. */
  private static final List<String> CANARIES =
      List.of(
          "amaranth agenda",
          "cerulean shared",
          "fuchsia private",
          "sepia promise",
          "umber reason",
          "jasper skip");

  private Company company;
  private Person person;
  private LiveCheckIn checkIn;

  @Test
  void twoPlanPrepareHoldAndGoOn() {
    company = Company.of(2);
    person = company.staff.get(0);
    Policy.inEffect();
    planned();
    prepared();
    promised();
    held();
    skipped();
    nobodyElseReads();
    nothingIsTold();
  }

  private void planned() {
    refused(Map.of("plannedFor", Company.today().minusDays(3).toString()), "/plannedFor");
    refused(Map.of("plannedFor", Company.today().plusMonths(8).toString()), "/plannedFor");
    LiveCheckIn.plan(company.chief, person, Map.of()).then().statusCode(403);
    LiveCheckIn.plan(company.hr, person, Map.of()).then().statusCode(403);
    company
        .chief
        .ask()
        .body(Map.of("plannedFor", Company.today().toString()))
        .post("/v1/check-ins")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));
    checkIn = LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 2));
    LiveCheckIn.plan(person, person, Map.of()).then().statusCode(409);
    for (Person one : List.of(person, company.lead)) {
      tasks(one, "CHECK_IN").body("items.subject", contains(checkIn.path()));
    }
  }

  private void refused(Map<String, Object> more, String pointer) {
    LiveCheckIn.plan(company.lead, person, more)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains(pointer));
  }

  private void prepared() {
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("a goal", Map.of()));
    LiveObservation own = LiveObservation.kept(company.lead, person);
    LivePlan plan = LivePlan.agreed(company.lead, person, LivePlan.terms("a plan"));
    LivePlan draft = LivePlan.begun(company.lead, person, LivePlan.terms("the lead's alone"));
    Map<String, Object> linked =
        Map.of(
            "text",
            "amaranth agenda",
            "goalId",
            goal.id(),
            "planId",
            plan.id(),
            "observationId",
            own.id());
    Map<String, Object> swapped =
        Map.of("text", "a plan", "goalId", plan.id(), "planId", goal.id());
    Map<String, Object> unknown = Map.of("text", "a draft", "planId", draft.id());
    checkIn
        .put(person, "agenda", Map.of("items", List.of(swapped, unknown)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/goalId", "/items/0/planId", "/items/1/planId"));
    checkIn
        .put(company.lead, "agenda", Map.of("items", List.of(unknown)))
        .then()
        .statusCode(200)
        .body("agenda.planId", contains(draft.id()));
    checkIn.read(person).then().body("agenda[0].planId", nullValue());
    checkIn
        .put(person, "agenda", Map.of("items", List.of(linked)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/items/0/observationId"));
    checkIn
        .put(company.lead, "agenda", Map.of("items", List.of(linked)))
        .then()
        .statusCode(200)
        .body("agenda.observationId", contains(own.id()));
    checkIn
        .put(person, "agenda", Map.of("items", List.of(Map.of("text", "more time"))))
        .then()
        .statusCode(200)
        .body("agenda.by", contains("EMPLOYEE", "MANAGER"))
        .body("agenda[1].goalId", equalTo(goal.id()))
        .body("agenda[1].planId", equalTo(plan.id()))
        .body("agenda[1].observationId", nullValue());
    kept();
    checkIn.put(company.lead, "earlier-notes", Map.of("passedOn", true)).then().statusCode(403);
  }

  private void kept() {
    String seen = checkIn.read(company.lead).header("ETag");
    checkIn.keep(person, "fuchsia private").then().statusCode(200);
    checkIn.keep(company.lead, "the lead's own").then().statusCode(200);
    checkIn.note(company.lead).then().body("text", equalTo("the lead's own"));
    checkIn.note(person).then().body("text", equalTo("fuchsia private"));
    assertEquals(seen, checkIn.read(company.lead).header("ETag"));
    assertFalse(checkIn.read(company.lead).asString().contains("fuchsia"));
    assertFalse(checkIn.read(person).asString().contains("fuchsia"));
    person
        .ask()
        .header("If-Match", "\"0\"")
        .body(Map.of("text", "over what is newer"))
        .put(checkIn.path() + "/private-note")
        .then()
        .statusCode(412);
  }

  private void promised() {
    String action = checkIn.promised(person, "MANAGER", "sepia promise");
    tasks(company.lead, "CHECK_IN_ACTION").body("items.subject", contains(action));
    tasks(person, "CHECK_IN_ACTION").body("items", empty());
    Map<String, Object> dropped = Map.of("outcome", "DROPPED", "reason", "umber reason");
    LiveCheckIn.close(company.lead, action, dropped).then().statusCode(403);
    LiveCheckIn.close(person, action, Map.of("outcome", "DROPPED"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    LiveCheckIn.close(person, action, dropped)
        .then()
        .statusCode(200)
        .body("state", equalTo("DROPPED"))
        .body("closedBy.name", equalTo(person.name()))
        .body("actions", empty());
    tasks(company.lead, "CHECK_IN_ACTION").body("items", empty());
    LiveCheckIn.close(person, action, dropped).then().statusCode(409);
    LiveCheckIn.close(
            company.lead,
            checkIn.promised(company.lead, "MANAGER", "another"),
            Map.of("outcome", "DONE"))
        .then()
        .statusCode(200);
    assertEquals(
        List.of(1L, 1L),
        List.of(duties("CHECK_IN_ACTION", "DONE"), duties("CHECK_IN_ACTION", "LAPSED")));
  }

  private long duties(String kind, String state) {
    return Tables.count(
        "duty where kind = '%s' and state = '%s' and holder_id = '%s'"
            .formatted(kind, state, LiveAppeal.idOf(company.lead)));
  }

  private void held() {
    checkIn
        .post(person, "holding", Map.of("heldOn", Company.today().plusDays(3).toString()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/heldOn"));
    checkIn.hold(person).then().statusCode(200).body("state", equalTo("HELD"));
    checkIn.hold(company.lead).then().statusCode(409);
    assertEquals(1, duties("CHECK_IN", "DONE"));
    checkIn
        .put(company.lead, "shared-note", Map.of("text", "cerulean shared"))
        .then()
        .statusCode(200)
        .body("sharedNotes.by", contains("MANAGER"));
    checkIn
        .put(company.lead, "plan", Map.of("plannedFor", Company.today().toString()))
        .then()
        .statusCode(409)
        .body("allowed", hasItem("putSharedNote"));
  }

  private void skipped() {
    LiveCheckIn next = LiveCheckIn.next(person);
    next.read(person)
        .then()
        .body("plannedFor", equalTo(Company.today().plusDays(21).toString()))
        .body("agenda", empty());
    next.note(person).then().statusCode(200).body("text", nullValue());
    tasks(person, "CHECK_IN").body("items.subject", contains(next.path()));
    next.put(company.lead, "plan", Map.of("plannedFor", Company.today().plusDays(2).toString()))
        .then()
        .statusCode(200)
        .body("everyWeeks", nullValue());
    next.post(company.lead, "skipping", Map.of("reason", "jasper skip"))
        .then()
        .statusCode(200)
        .body("state", equalTo("SKIPPED"))
        .body("actions", contains("putPrivateNote"));
    next.keep(company.lead, "for the next time").then().statusCode(200);
    next.read(person).then().body("reason", equalTo("jasper skip"));
    person.ask().get("/v1/check-ins?state=PLANNED").then().body("items", empty());
    tasks(person, "CHECK_IN").body("items", empty());
  }

  private void nobodyElseReads() {
    for (Person other :
        List.of(
            company.chief,
            company.dotted,
            company.hr,
            company.hrLead,
            company.hrInChain,
            company.stranger,
            company.staff.get(1))) {
      checkIn.read(other).then().statusCode(404);
      checkIn.note(other).then().statusCode(404);
      other.ask().get("/v1/check-ins").then().statusCode(200).body("items", empty());
      other.ask().get("/v1/check-in-actions").then().statusCode(200).body("items", empty());
    }
    checkIn.read(company.auditor).then().statusCode(403);
  }

  @Test
  void whatIsLateIsInNobodyElsesTasks() {
    company = Company.of(1);
    person = company.staff.get(0);
    LiveCheckIn late = LiveCheckIn.planned(person, person);
    Tables.execute(
        """
        update duty set state = 'ESCALATED', step = 1, responsible_role = 'hr-lead',
          responsible_id = '%2$s', due_on = current_date - 9,
          due_at = now() - interval '9 days', next_at = null
        where subject = '%1$s'
        """
            .formatted(late.id(), LiveAppeal.idOf(company.chief)));

    tasks(person, "CHECK_IN").body("items.subject", contains(late.path()));
    tasks(company.hrLead, "CHECK_IN").body("items.subject", not(hasItem(late.path())));
    tasks(company.chief, "CHECK_IN").body("items", hasSize(0));
    company
        .chief
        .ask()
        .get("/v1/calendar?kind=CHECK_IN&from=" + Company.today().minusDays(20))
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  private void nothingIsTold() {
    for (String canary : CANARIES) {
      for (String topic : List.of("evenhand.internal.duties", Told.INTERNAL)) {
        Events.ofTest().all(topic).stream()
            .filter(event -> event.value() != null)
            .forEach(event -> assertFalse(event.value().contains(canary), topic));
      }
      assertEquals(0, Tables.count("audit where content like '%" + canary + "%'"), canary);
    }
  }

  private static ValidatableResponse tasks(Person who, String kind) {
    return who.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
