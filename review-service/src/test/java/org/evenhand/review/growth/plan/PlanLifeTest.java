package org.evenhand.review.growth.plan;

import static org.hamcrest.Matchers.contains;
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
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** A development plan from its draft to its end, as its people, HR and subscribers see it. */
@QuarkusTest
class PlanLifeTest {

  private static final String TOPIC = "evenhand.development";

  /** Words of both, one of each kind. */
  private static final List<String> CANARIES =
      List.of(
          "heliotrope aim",
          "saffron title",
          "cobalt measure",
          "vermilion means",
          "ochre wish",
          "indigo note",
          "umber reason");

  private Company company;
  private Person person;
  private LivePlan plan;

  @Test
  void aPlanIsProposedAgreedChangedFollowedAndCompleted() {
    company = Company.of(2);
    person = company.staff.get(0);
    begun();
    proposed();
    agreed();
    changed();
    followed();
    completed();
    told();
    nothingIsTold();
  }

  private Map<String, Object> terms() {
    return LivePlan.terms(
        "heliotrope aim",
        Map.of(
            "kind",
            "SKILL",
            "title",
            "saffron title",
            "measure",
            "cobalt measure",
            "dueOn",
            Company.today().plusMonths(5).toString(),
            "checkpoints",
            List.of(Map.of("on", Company.today().plusMonths(2).toString())),
            "means",
            List.of(
                Map.of(
                    "kind",
                    "SEAT",
                    "text",
                    "vermilion means",
                    "dueOn",
                    Company.today().plusMonths(1).toString(),
                    "deliverer",
                    "HR"),
                Map.of(
                    "kind",
                    "TIME",
                    "amount",
                    "2.5",
                    "unit",
                    "hours a week",
                    "dueOn",
                    Company.today().plusMonths(1).toString()))));
  }

  private void begun() {
    refused(Map.of("dueOn", Company.today().minusDays(3).toString()), "/terms/actions/0/dueOn");
    refused(Map.of("dueOn", Company.today().plusMonths(7).toString()), "/terms/actions/0/dueOn");
    refused(Map.of("gap", Map.of("criterion", "unheard-of", "ordinal", 2)), "/terms/actions/0/gap");
    refused(
        Map.of("means", List.of(Map.of("kind", "BUDGET", "dueOn", Company.today().toString()))),
        "/terms/actions/0/means/0/amount");
    refused(Map.of("id", company.mark()), 400);
    LivePlan.begin(company.stranger, person, terms()).then().statusCode(403);
    LivePlan.begin(company.hr, person, terms()).then().statusCode(403);
    plan = LivePlan.begun(company.lead, person, terms());
    for (Person other : List.of(person, company.chief, company.hr)) {
      plan.read(other).then().statusCode(404);
    }
  }

  private void refused(Map<String, Object> action, String pointer) {
    LivePlan.begin(company.lead, person, LivePlan.terms("a plan", action(action)))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  private void refused(Map<String, Object> action, int status) {
    LivePlan.begin(company.lead, person, LivePlan.terms("a plan", action(action)))
        .then()
        .statusCode(status);
  }

  private static Map<String, Object> action(Map<String, Object> more) {
    Map<String, Object> action = new HashMap<>();
    action.put("kind", "STRETCH");
    action.put("title", "Something new");
    action.put("measure", "It is done");
    action.put("dueOn", Company.today().plusMonths(3).toString());
    action.putAll(more);
    return action;
  }

  private void proposed() {
    plan.post(company.lead, "agreement").then().statusCode(409);
    plan.post(company.lead, "proposal")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("proposal.signatures.side", contains("MANAGER"))
        .body("actions", not(hasItem("agreeDevelopmentPlan")));
    plan.post(company.lead, "agreement").then().statusCode(409);
    tasks(person, "PLAN_AGREEMENT").body("items.subject", contains(plan.path()));
    tasks(company.lead, "PLAN_AGREEMENT").body("items", empty());
    tasks(company.lead, "MEANS").body("items", empty());
    plan.read(company.staff.get(1)).then().statusCode(404);
    plan.read(company.hrInChain).then().statusCode(404);
    plan.put(company.lead, "wish", Map.of("text", "not mine")).then().statusCode(403);
    plan.put(person, "wish", Map.of("text", "ochre wish"))
        .then()
        .statusCode(200)
        .body("wish", equalTo("ochre wish"));
  }

  private void agreed() {
    plan.post(person, "agreement")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("versions.number", contains(1))
        .body("versions[0].signatures.by.name", contains(person.name(), company.lead.name()))
        .body("confirmed", equalTo(true))
        .body("proposal", nullValue());
    tasks(person, "PLAN_AGREEMENT").body("items", empty());
    for (Person owing : List.of(person, company.lead)) {
      tasks(owing, "CHECKPOINT").body("items.subject", contains(plan.path()));
    }
    tasks(company.lead, "MEANS").body("items", hasSize(1));
    tasks(company.hr, "MEANS").body("items.subject", contains(plan.path()));
    tasks(company.hrElsewhere, "MEANS").body("items", empty());
    tasks(company.hrInChain, "MEANS").body("items", empty());
    assertEquals(
        2,
        Tables.count(
            "duty where kind = 'MEANS' and side = 'COMPANY' and subject = '%s'"
                .formatted(plan.id())));
    person
        .ask()
        .get("/v1/calendar?from=%s&to=%s".formatted(Company.today(), Company.today().plusMonths(3)))
        .then()
        .statusCode(200)
        .body("items.kind", hasItems("CHECKPOINT", "MEANS_PROMISED"));
    hrReadsTheOutline();
  }

  private void hrReadsTheOutline() {
    String seen =
        plan.read(company.hr)
            .then()
            .statusCode(200)
            .body("relations", contains("HR"))
            .body("means.kind", contains("SEAT", "TIME"))
            .body("means[1].amount", equalTo("2.5"))
            .body("terms", nullValue())
            .body("versions", nullValue())
            .body("wish", nullValue())
            .body("actions", contains("deliverMeans"))
            .extract()
            .asString();
    for (String canary : CANARIES) {
      assertFalse(seen.contains(canary), canary);
    }
    String etag = plan.etag(company.hr);
    plan.put(person, "wish", Map.of("text", "ochre wish, again")).then().statusCode(200);
    assertEquals(etag, plan.etag(company.hr));
    company
        .hr
        .ask()
        .get("/v1/development-plans?employee=" + plan.read(person).path("employee.id"))
        .then()
        .body("items.id", contains(plan.id()))
        .body("items[0].aim", nullValue());
  }

  private void changed() {
    Map<String, Object> later = kept();
    plan.put(company.lead, "terms", Map.of("terms", later))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    plan.put(company.lead, "terms", Map.of("terms", later, "reason", "umber reason"))
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("terms.until", equalTo(Company.today().plusMonths(6).toString()));
    plan.post(person, "withdrawal").then().statusCode(200).body("proposal", nullValue());
    plan.post(person, "withdrawal").then().statusCode(409);
    plan.put(company.lead, "terms", Map.of("terms", later, "reason", "umber reason"))
        .then()
        .statusCode(200);
    String action = plan.action();
    plan.post(person, "agreement")
        .then()
        .statusCode(200)
        .body("versions.number", contains(1, 2))
        .body("terms.actions[0].id", equalTo(action))
        .body("terms.until", equalTo(Company.today().plusMonths(9).toString()));
  }

  /** The same terms until a later day, with what is in the plan named by its ids. */
  private Map<String, Object> kept() {
    Map<String, Object> terms = new HashMap<>(plan.read(person).<Map<String, Object>>path("terms"));
    terms.put("until", Company.today().plusMonths(9).toString());
    return terms;
  }

  private void followed() {
    plan.deliver(company.lead, "SEAT").then().statusCode(403);
    plan.deliver(company.hr, "TIME").then().statusCode(403);
    plan.deliver(company.hr, "SEAT")
        .then()
        .statusCode(200)
        .body("terms", nullValue())
        .body("means.find { it.kind == 'SEAT' }.late", equalTo(false))
        .body("actions", empty());
    plan.deliver(company.hr, "SEAT").then().statusCode(409);
    tasks(company.hr, "MEANS").body("items", empty());
    plan.post(
            person, "checkpoints/" + plan.checkpoint() + "/holding", Map.of("note", "indigo note"))
        .then()
        .statusCode(200)
        .body("held.note", contains("indigo note"));
    tasks(company.lead, "CHECKPOINT").body("items", empty());
    plan.post(person, "checkpoints/" + plan.checkpoint() + "/holding", Map.of())
        .then()
        .statusCode(409);
    plan.post(person, "checkpoints/" + plan.action() + "/holding", Map.of()).then().statusCode(404);
  }

  private void completed() {
    plan.post(person, "completion")
        .then()
        .statusCode(409)
        .body("allowed", hasItems("endDevelopmentAction", "closeDevelopmentPlan"));
    plan.endAction(person, Map.of("outcome", "DROPPED"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    plan.endAction(person, Map.of("outcome", "DONE")).then().statusCode(200);
    plan.endAction(person, Map.of("outcome", "DONE")).then().statusCode(409);
    plan.post(person, "completion")
        .then()
        .statusCode(200)
        .body("state", equalTo("COMPLETED"))
        .body("closing.by.name", equalTo(person.name()));
    for (String kind : List.of("MEANS", "CHECKPOINT", "PLAN_AGREEMENT")) {
      tasks(company.lead, kind).body("items", empty());
      tasks(person, kind).body("items", empty());
    }
  }

  private void told() {
    var events = Events.ofTest().await(TOPIC, 3, event -> plan.id().equals(event.key()));
    events.forEach(EventSchemas::check);
    assertEquals(
        List.of(
            "org.evenhand.plan.agreed.v1",
            "org.evenhand.plan.agreed.v1",
            "org.evenhand.plan.completed.v1"),
        events.stream().map(event -> Events.header(event, "ce_type")).toList());
    List<JsonPath> told = events.stream().map(event -> JsonPath.from(event.value())).toList();
    assertEquals(List.of(1, 2, 2), told.stream().map(each -> each.getInt("number")).toList());
    assertEquals(List.of("SEAT"), told.get(2).getList("means.kind"));
    assertEquals(List.of(1), told.get(2).getList("means.given"));
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
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
