package org.evenhand.review.growth.goal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** A goal from its draft to its end, as its people and subscribers see it. */
@QuarkusTest
class GoalLifeTest {

  private static final String TOPIC = "evenhand.development";

  /** Words of both, one of each kind. */
  private static final List<String> CANARIES =
      List.of(
          "heliotrope title",
          "saffron description",
          "cobalt progress",
          "vermilion reason",
          "ochre look",
          "indigo remark");

  private Company company;
  private Person person;
  private LiveGoal goal;

  @Test
  void aGoalIsProposedAgreedChangedLookedAtAndEnded() {
    company = Company.of(2);
    person = company.staff.get(0);
    LiveCycle cycle = LiveCycle.open(company);
    drafted();
    proposed();
    weighedWhenItIsAgreed();
    openToTheUnit();
    changed();
    lookedAt();
    onTheForm(cycle.reviewOf(person));
    ended();
    told();
    nothingIsTold();
  }

  private void drafted() {
    refused(Map.of("criterion", "unheard-of"), "/terms/criterion");
    refused(Map.of("dueOn", Company.today().minusDays(3).toString()), "/terms/dueOn");
    refused(Map.of("measure", Map.of("kind", "METRIC")), "/terms/measure/from");
    LiveGoal.draft(company.stranger, person, LiveGoal.terms("for nobody below", Map.of()))
        .then()
        .statusCode(403);
    goal =
        LiveGoal.drafted(
            company.lead,
            person,
            LiveGoal.terms(
                "heliotrope title",
                Map.of(
                    "description",
                    "saffron description",
                    "criterion",
                    "delivery",
                    "measure",
                    Map.of("kind", "METRIC", "from", "3.5", "to", "2", "unit", "days"),
                    "weight",
                    60,
                    "visibility",
                    "UNIT")));
    for (Person other : List.of(person, company.chief, company.hr)) {
      goal.read(other).then().statusCode(404);
    }
  }

  private void refused(Map<String, Object> terms, String pointer) {
    LiveGoal.draft(company.lead, person, LiveGoal.terms("a goal", terms))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  private void proposed() {
    goal.post(company.lead, "agreement").then().statusCode(409);
    goal.post(company.lead, "proposal")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("proposal.signatures.side", contains("MANAGER"))
        .body("actions", not(hasItem("agreeGoal")));
    goal.post(company.lead, "agreement").then().statusCode(409);
    tasks(person, "GOAL_AGREEMENT")
        .body("items.subject", contains(goal.path()))
        .body("items.as", contains("HOLDER"));
    tasks(company.lead, "GOAL_AGREEMENT").body("items", empty());
    goal.read(company.staff.get(1)).then().statusCode(404);
    goal.read(company.hr).then().statusCode(200).body("actions", empty());
    goal.read(company.hrInChain).then().statusCode(404);
  }

  private void weighedWhenItIsAgreed() {
    goal.post(person, "agreement").then().statusCode(422).body("code", equalTo("GOAL_WEIGHTS"));
    goal.put(person, "terms", Map.of("terms", weighing(100)))
        .then()
        .statusCode(200)
        .body("proposal.signatures.side", contains("EMPLOYEE"));
    tasks(person, "GOAL_AGREEMENT").body("items", empty());
    tasks(company.lead, "GOAL_AGREEMENT").body("items", hasSize(1));
    goal.post(company.lead, "agreement")
        .then()
        .statusCode(200)
        .body("state", equalTo("AGREED"))
        .body("versions.number", contains(1))
        .body("versions[0].late", equalTo(false))
        .body("versions[0].signatures.by.name", contains(person.name(), company.lead.name()))
        .body("proposal", nullValue())
        .body("revisitOn", notNullValue());
    tasks(company.lead, "GOAL_AGREEMENT").body("items", empty());
  }

  private Map<String, Object> weighing(int weight) {
    return LiveGoal.terms(
        "heliotrope title",
        Map.of("weight", weight, "visibility", "UNIT", "criterion", "delivery"));
  }

  private void openToTheUnit() {
    goal.read(company.staff.get(1))
        .then()
        .statusCode(200)
        .body("relations", contains("UNIT"))
        .body("terms.title", equalTo("heliotrope title"))
        .body("terms.weight", nullValue())
        .body("versions", nullValue())
        .body("notes", nullValue())
        .body("actions", empty());
    goal.read(company.stranger).then().statusCode(404);
    company
        .staff
        .get(1)
        .ask()
        .get("/v1/goals?employee=" + LiveGoal.idOf(person))
        .then()
        .statusCode(200)
        .body("items.id", contains(goal.id()))
        .body("items[0].late", nullValue());
    person.ask().get("/v1/goals").then().body("items[0].late", equalTo(false));
  }

  private void changed() {
    goal.put(company.lead, "terms", Map.of("terms", weighing(100)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    Map<String, Object> later = weighing(100);
    later.put("dueOn", Company.today().plusMonths(9).toString());
    // Goals had to be set by then, so this comes late.
    later.put("agreeBy", Company.today().minusDays(30).toString());
    Map<String, Object> change = Map.of("terms", later, "reason", "vermilion reason");
    goal.put(company.lead, "terms", change)
        .then()
        .statusCode(200)
        .body("state", equalTo("AGREED"))
        .body("proposal.changed", contains("dueOn", "agreeBy"))
        .body("terms.dueOn", equalTo(Company.today().plusMonths(6).toString()));
    goal.read(person).then().body("proposal.reason", equalTo("vermilion reason"));
    goal.post(person, "refusal").then().statusCode(200).body("proposal", nullValue());
    goal.post(person, "refusal").then().statusCode(409);
    goal.put(company.lead, "terms", change).then().statusCode(200);
    goal.post(person, "agreement")
        .then()
        .statusCode(200)
        .body("versions.number", contains(1, 2))
        .body("versions[1].late", equalTo(true))
        .body("terms.dueOn", equalTo(Company.today().plusMonths(9).toString()));
  }

  private void lookedAt() {
    goal.post(person, "progress", Map.of("health", "AT_RISK", "note", "cobalt progress"))
        .then()
        .statusCode(200)
        .body("health", equalTo("AT_RISK"));
    for (Person owing : List.of(person, company.lead)) {
      tasks(owing, "GOAL_REVISIT").body("items", hasSize(1));
    }
    goal.post(person, "revisit", Map.of("revisitOn", Company.today().plusMonths(4).toString()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/revisitOn"));
    String next = Company.today().plusMonths(2).toString();
    goal.post(company.lead, "revisit", Map.of("revisitOn", next, "note", "ochre look"))
        .then()
        .statusCode(200)
        .body("revisitOn", equalTo(next))
        .body("notes.health", contains("AT_RISK", null));
    assertEquals(
        2,
        Tables.count(
            "duty where kind = 'GOAL_REVISIT' and state = 'DONE' and subject = '%s'"
                .formatted(goal.id())));
  }

  private void onTheForm(LiveReview review) {
    LiveGoal.drafted(company.lead, person, LiveGoal.terms("still a draft", Map.of()));
    droppedAsADraft();
    for (Person reader : List.of(person, company.chief, company.hr)) {
      reader
          .ask()
          .get("/v1/goals?review=" + review.id())
          .then()
          .statusCode(200)
          .body("items.id", contains(goal.id()))
          .body("items.health", contains("AT_RISK"))
          .body("items.terms.title", contains("heliotrope title"));
    }
    company
        .lead
        .ask()
        .get("/v1/goals?review=" + review.id())
        .then()
        .body("items.id", hasItem(goal.id()))
        .body("items.find { it.id == '%s' }.relations".formatted(goal.id()), hasItem("REVIEWER"));
    company.stranger.ask().get("/v1/goals?review=" + review.id()).then().statusCode(404);
    cited(review);
  }

  /** Of which goals their own view speaks is between the person and whoever rates them. */
  private void cited(LiveReview review) {
    Map<String, Object> there = Map.of("reviewId", review.id());
    String etag = String.valueOf(goal.read(company.lead).header("ETag"));
    goal.post(company.lead, "citations", there).then().statusCode(403);
    goal.post(person, "citations", there).then().statusCode(200);
    goal.post(person, "citations", there)
        .then()
        .statusCode(422)
        .body("errors.code", contains("DUPLICATE"));
    assertEquals(etag, goal.read(company.lead).header("ETag"));
    seenAsCited(company.lead, review, true);
    seenAsCited(person, review, true);
    seenAsCited(company.hr, review, null);
    assertEquals(List.of(goal.id()), citedInTrail(company.lead, review));
    assertEquals(List.of(""), citedInTrail(company.hr, review), "that there is one");
    assertEquals(List.of(""), citedInTrail(company.auditor, review));
    person
        .ask()
        .header("If-Match", etag)
        .delete(goal.path() + "/citations/" + review.id())
        .then()
        .statusCode(200);
    seenAsCited(company.lead, review, false);
    assertEquals(List.of(), citedInTrail(company.lead, review));
  }

  /** The goals that the trail names; empty for one that it doesn't name. */
  private static List<String> citedInTrail(Person reader, LiveReview review) {
    List<String> cited = new ArrayList<>();
    for (JsonNode each : Said.by(reader.ask().get(review.path() + "/trail")).path("citedGoals")) {
      assertTrue(each.has("at"));
      cited.add(each.path("goalId").asText());
    }
    return cited;
  }

  private void seenAsCited(Person reader, LiveReview review, Boolean cited) {
    reader
        .ask()
        .get("/v1/goals?review=" + review.id())
        .then()
        .body("items.find { it.id == '%s' }.cited".formatted(goal.id()), equalTo(cited))
        .body(
            "items.find { it.id == '%s' }.actions.contains('withdrawGoalCitation')"
                .formatted(goal.id()),
            equalTo(reader.equals(person) && cited));
  }

  private void droppedAsADraft() {
    LiveGoal draft =
        LiveGoal.drafted(company.lead, person, LiveGoal.terms("never proposed", Map.of()));
    draft
        .post(company.lead, "closing", Map.of("outcome", "DROPPED", "reason", "thought better"))
        .then()
        .statusCode(200)
        .body("state", equalTo("DROPPED"));
    draft.read(company.lead).then().statusCode(200);
    for (Person other : List.of(person, company.chief, company.hr)) {
      draft.read(other).then().statusCode(404);
    }
  }

  private void ended() {
    goal.post(company.lead, "closing", Map.of("outcome", "DROPPED"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    goal.post(company.lead, "closing", Map.of("outcome", "CARRIED_OVER"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/dueOn"));
    goal.post(company.lead, "closing", Map.of("outcome", "PARTLY"))
        .then()
        .statusCode(200)
        .body("state", equalTo("PARTLY"))
        .body("closing.by.name", equalTo(company.lead.name()));
    goal.put(company.lead, "remark", Map.of("text", "nothing more")).then().statusCode(403);
    goal.put(person, "remark", Map.of("text", "indigo remark"))
        .then()
        .statusCode(200)
        .body("closing.remark", equalTo("indigo remark"))
        .body("actions", contains("citeGoal"));
    goal.post(person, "progress", Map.of("health", "ON_TRACK")).then().statusCode(409);
    tasks(person, "GOAL_REVISIT").body("items", empty());
  }

  private void told() {
    var events = Events.ofTest().await(TOPIC, 3, event -> goal.id().equals(event.key()));
    events.forEach(EventSchemas::check);
    assertEquals(
        List.of(
            "org.evenhand.goal.agreed.v1",
            "org.evenhand.goal.agreed.v1",
            "org.evenhand.goal.closed.v1"),
        events.stream().map(event -> Events.header(event, "ce_type")).toList());
    List<JsonPath> told = events.stream().map(event -> JsonPath.from(event.value())).toList();
    assertEquals(List.of(1, 2, 2), told.stream().map(each -> each.getInt("number")).toList());
    assertEquals(
        List.of(false, true, false), told.stream().map(each -> each.getBoolean("late")).toList());
    assertEquals("PARTLY", told.get(2).getString("outcome"));
    assertEquals("YES_NO", told.get(2).getString("measure"));
  }

  private void nothingIsTold() {
    for (String canary : CANARIES) {
      for (String topic : List.of(TOPIC, "evenhand.internal.duties", Told.INTERNAL)) {
        Events.ofTest().all(topic).stream()
            .filter(event -> event.value() != null)
            .forEach(event -> assertFalse(event.value().contains(canary), topic));
      }
      assertEquals(0, Tables.count("audit where content like '%" + canary + "%'"), canary);
    }
    String open = goal.read(company.staff.get(1)).then().statusCode(200).extract().asString();
    for (String canary : CANARIES.subList(2, CANARIES.size())) {
      assertFalse(open.contains(canary), canary);
    }
    goal.read(person).then().body("relations", containsInAnyOrder("OWN", "UNIT"));
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
