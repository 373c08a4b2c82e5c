package org.evenhand.review.growth.remediation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LiveRemediation;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a remediation plan, and who never hears of it. */
@QuarkusTest
class RemediationLifeTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private static Company company;

  private Person person;

  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(2);
    }
    person = company.person("LIFE" + UUID.randomUUID(), "Nour", "Haddad", "employee");
    Hris.takeIn(company.hire(person, company.lead, company.care()));
  }

  @Test
  void thatItIsNotMetTakesTimeMeansCheckpointsAndTwoPeople() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    JsonNode seen = plan.seenBy(person);
    assertEquals("Two had no date", seen.at("/acknowledgement/reply").asText());
    assertEquals(Company.begun().plusDays(57).toString(), seen.path("lastDay").asText());
    plan.notMet(company.lead).then().statusCode(409).body("detail", containsString("company"));
    plan.post(person, "means/" + seen.at("/means/0/id").asText() + "/delivery")
        .then()
        .statusCode(403);
    plan.giveAll(company.lead);
    plan.notMet(company.lead).then().statusCode(409).body("detail", containsString("has time"));
    plan.holdAll(company.lead);
    plan.age(70);
    plan.notMet(company.hr).then().statusCode(409);
    plan.notMet(person).then().statusCode(403);
    plan.notMet(company.lead).then().statusCode(200).body("state", equalTo("ACTIVE"));
    plan.notMet(company.lead).then().statusCode(409);
    assertEquals(List.of("REMEDIATION_SIGNATURE"), ofHr(plan));
    plan.notMet(company.hr)
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_MET"))
        .body("ending.countersignedBy.name", equalTo(company.hr.name()));
    for (Person who : List.of(person, company.lead)) {
      assertEquals(0, tasks(who, plan), who.name());
    }
    assertEquals(List.of(), ofHr(plan));
  }

  @Test
  void whatTheCompanyDidNotGiveIsMoreTimeThatIsOwedOnce() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    plan.holdAll(person);
    plan.age(70);
    plan.giveAll(company.lead);
    assertTrue(kinds(company.lead, plan).contains("REMEDIATION_EXTENSION"));
    plan.notMet(company.lead)
        .then()
        .statusCode(409)
        .body("allowed", hasItem("extendRemediationPlan"));
    plan.post(company.lead, "extension", Map.of("days", 30, "reason", "The mentor came late"))
        .then()
        .statusCode(200)
        .body("state", equalTo("EXTENDED"))
        .body("lastDay", equalTo(Company.begun().plusDays(30).toString()));
    assertFalse(kinds(company.lead, plan).contains("REMEDIATION_EXTENSION"));
    plan.post(company.lead, "extension", Map.of("days", 30, "reason", "Again"))
        .then()
        .statusCode(409);
    plan.post(company.lead, "achievement", Map.of("reason", "What was missing is there"))
        .then()
        .statusCode(200)
        .body("state", equalTo("MET"));
  }

  @Test
  void checkpointsAreHeldOnDaysOfTheirOwnAndThoseThatPassedAreMoreTime() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    plan.giveAll(company.lead);
    List<String> days = plan.seenBy(person).path("checkpoints").findValuesAsText("id");
    plan.hold(company.lead, days.get(0))
        .then()
        .statusCode(409)
        .body("detail", containsString("is on"));
    plan.age(40);
    plan.hold(company.lead, days.get(0)).then().statusCode(200);
    plan.hold(person, days.get(1)).then().statusCode(409).body("detail", containsString("today"));
    plan.age(70);
    plan.hold(person, days.get(1)).then().statusCode(409).body("detail", containsString("over"));
    plan.notMet(company.lead).then().statusCode(409).body("detail", containsString("checkpoints"));
    assertTrue(kinds(company.lead, plan).contains("REMEDIATION_EXTENSION"));
    plan.age(100);
    assertEquals("CANCELLED", plan.state(person));
    assertEquals("NOT_CONCLUDED", plan.seenBy(person).at("/ending/cause").asText());
    assertEquals(0, tasks(company.lead, plan));
  }

  @Test
  void whoeverComesLaterReadsNothingOfWhatHasEnded() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    plan.post(company.lead, "achievement", Map.of("reason", "It is there")).then().statusCode(200);
    takeIn(underStranger());
    plan.read(company.stranger).then().statusCode(404);
    plan.read(company.lead).then().statusCode(404);
    assertEquals("MET", plan.state(person));
    Map<String, Object> again = termsOf(plan);
    again.put("checkpoints", List.of(Map.of("day", 15), Map.of("day", 30), Map.of("day", 45)));
    again.put("means", List.of(Map.of("kind", "MENTOR", "text", "An hour a week", "day", 7)));
    LiveRemediation.proposed(company.stranger, person, again)
        .post(company.hr, "review", Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/terms/observations", "/terms/said"));
  }

  @Test
  void whatHrOwesGoesToWhoeverServesTheUnitNow() {
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person);
    Person first = kinds(company.hr, plan).isEmpty() ? company.hrInChain : company.hr;
    Person next = first == company.hr ? company.hrInChain : company.hr;
    Hris.assignHr(company.hrLead.externalId(), first.externalId());
    await().atMost(SOON).until(() -> kinds(next, plan).equals(List.of("REMEDIATION_REVIEW")));
    Hris.assignHr(company.hrLead.externalId(), first.externalId(), company.care());
    assertEquals(List.of(), kinds(first, plan));
  }

  @Test
  void nobodyElseLearnsThatThereIsOne() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    plan.giveAll(company.lead);
    for (Person other :
        List.of(
            company.chief,
            company.dotted,
            company.hrElsewhere,
            company.stranger,
            company.auditor,
            company.staff.get(0))) {
      int status = plan.read(other).statusCode();
      assertTrue(status == 404 || status == 403, other.name() + " " + status);
      for (String list :
          List.of("/v1/remediation-plans", "/v1/tasks?limit=200", "/v1/calendar?limit=200")) {
        assertFalse(other.ask().get(list).asString().contains(plan.id()), other.name());
      }
    }
    for (Person who : List.of(person, company.lead, company.hr)) {
      assertFalse(who.ask().get("/v1/calendar").asString().contains("REMEDIATION"), who.name());
    }
    assertEquals(0, Tables.count("audit where content like '%violet%'"));
    List<String> told = new ArrayList<>();
    LiveChecklist list =
        LiveChecklist.begun(
            company, person, "ROLE_CHANGE", List.of(LiveChecklist.item("EMPLOYEE", "Learn", 9)));
    String duty =
        LiveChecklist.parsed(person.ask().get("/v1/tasks?kind=CHECKLIST_ITEM"))
            .at("/items/0/id")
            .asText();
    list.read(person).then().statusCode(200);
    Events.ofTest()
        .await(
            "evenhand.internal.duties",
            1,
            event -> {
              told.add(String.valueOf(event.value()));
              return duty.equals(event.key());
            });
    assertFalse(told.toString().contains("REMEDIATION"), "an event tells of it");
  }

  @Test
  void beforeHrHasLookedAtItThePersonKnowsNothing() {
    LiveRemediation plan = LiveRemediation.proposed(company.lead, person);
    plan.read(person).then().statusCode(404);
    assertEquals(List.of("REMEDIATION_REVIEW"), ofHr(plan));
    plan.post(company.lead, "cancellation", Map.of("reason", "Thought better of it"))
        .then()
        .statusCode(200);
    plan.read(person).then().statusCode(404);
    assertEquals(List.of(), ofHr(plan));
  }

  @Test
  void whoSaysNothingHasGivenNoAnswerAndItBegins() {
    LiveRemediation plan = LiveRemediation.reviewed(company, person);
    assertEquals(List.of("REMEDIATION_ACKNOWLEDGEMENT"), kinds(person, plan));
    Tables.execute(
        "update remediation_plan set answer_by = current_date - 2 where id = '%s'"
            .formatted(plan.id()));
    plan.tick();
    await().atMost(SOON).until(() -> plan.state(person).equals("ACKNOWLEDGED"));
    JsonNode seen = plan.seenBy(person);
    assertTrue(seen.path("acknowledgement").path("by").isMissingNode());
    assertEquals(0, tasks(person, plan));
    plan.begin(2);
  }

  @Test
  void aChangeTakesNothingAwayAndPausesUntilItIsReadAnew() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    Map<String, Object> terms = termsOf(plan);
    Map<String, Object> less = new HashMap<>(terms);
    less.put("days", 45);
    less.put("means", List.of());
    less.put("ordinal", 4);
    plan.put(company.lead, "terms", Map.of("terms", less))
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder("/terms/criterion", "/terms/days", "/terms/means"));
    terms.put("days", 80);
    plan.put(person, "terms", Map.of("terms", terms)).then().statusCode(403);
    plan.put(company.lead, "terms", Map.of("terms", terms))
        .then()
        .statusCode(200)
        .body("state", equalTo("PAUSED"));
    terms.put("shortfall", "Releases come without a plan or a date");
    plan.put(company.lead, "terms", Map.of("terms", terms)).then().statusCode(200);
    assertEquals(80, plan.seenBy(company.lead).at("/terms/days").asInt());
    assertEquals(60, plan.seenBy(person).at("/terms/days").asInt());
    assertTrue(plan.seenBy(person).path("earlier").isEmpty());
    plan.post(person, "acknowledgement", Map.of()).then().statusCode(409);
    plan.post(company.hr, "review", Map.of()).then().statusCode(200);
    assertEquals("PAUSED", plan.state(person));
    plan.post(person, "acknowledgement", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"));
    assertEquals(80, plan.seenBy(person).at("/terms/days").asInt());
    assertEquals(1, plan.seenBy(person).path("earlier").size());
  }

  @Test
  void whatHrDoesNotLookAtInTwentyWorkingDaysIsOverAndHangsOverNobody() {
    LiveRemediation paused = LiveRemediation.active(company, person);
    Map<String, Object> terms = termsOf(paused);
    terms.put("days", 80);
    paused.put(company.lead, "terms", Map.of("terms", terms)).then().statusCode(200);
    againDoesNotTakeLonger(paused, terms);
    Person other = company.person("UNSEEN" + UUID.randomUUID(), "Ola", "Berg", "employee");
    Hris.takeIn(company.hire(other, company.lead, company.care()));
    LiveRemediation proposed = LiveRemediation.proposed(company.lead, other);
    for (LiveRemediation plan : List.of(paused, proposed)) {
      assertEquals(
          1,
          Tables.count(
              "remediation_plan where review_by between current_date + 26 and current_date + 33"
                  + " and id = '%s'".formatted(plan.id())));
      Tables.execute(
          "update remediation_plan set review_by = current_date - 2 where id = '%s'"
              .formatted(plan.id()));
      for (Person reader : List.of(company.lead, company.hr)) {
        assertTrue(plan.seenBy(reader).path("reviewBy").isTextual());
      }
      if (plan.equals(paused)) {
        assertTrue(plan.seenBy(person).path("reviewBy").isMissingNode());
      }
      plan.tick();
      await().atMost(SOON).until(() -> plan.state(company.lead).equals("CANCELLED"));
      assertTrue(plan.seenBy(company.lead).at("/ending/by").isMissingNode());
    }
    assertEquals("CANCELLED", paused.state(person));
    assertEquals("NOT_REVIEWED", paused.seenBy(person).at("/ending/cause").asText());
    proposed.read(other).then().statusCode(404);
  }

  private void againDoesNotTakeLonger(LiveRemediation plan, Map<String, Object> terms) {
    String its = " where id = '" + plan.id() + "'";
    Tables.execute("update remediation_plan set review_by = current_date + 30" + its);
    terms.put("days", 81);
    plan.put(company.lead, "terms", Map.of("terms", terms)).then().statusCode(200);
    assertEquals(
        1,
        Tables.count(
            "(select 1 from remediation_plan"
                + its
                + " and review_by = current_date + 30) as kept"));
  }

  @Test
  void aLeavePausesItMovesItsDaysAndAnExitEndsIt() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    plan.age(20);
    LocalDate last = LocalDate.parse(plan.seenBy(person).path("lastDay").asText());
    takeIn(status("ON_LEAVE", 12));
    assertEquals("PAUSED", plan.state(person));
    assertEquals(0, tasks(person, plan));
    plan.notMet(company.lead).then().statusCode(409);
    Tables.execute(
        "update remediation_plan set state = 'ACTIVE', away = false, pauses = '{\"all\": []}',"
            + " status_seen = 0 where id = '%s'".formatted(plan.id()));
    plan.post(company.lead, "extension", Map.of("days", 30, "reason", "To be sure"))
        .then()
        .statusCode(409);
    takeIn(status("ACTIVE", 2));
    assertEquals("ACTIVE", plan.state(person));
    assertEquals(last.plusDays(12).toString(), plan.seenBy(person).path("lastDay").asText());

    takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().toString()));
    assertEquals("CANCELLED", plan.state(company.hr));
    assertEquals("ASSIGNMENT_ENDED", plan.seenBy(company.hr).at("/ending/cause").asText());
    takeIn(
        company
            .hire(person, company.stranger, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));
    plan.read(company.stranger).then().statusCode(404);
    assertEquals(
        1, Tables.count("remediation_plan where employee_id = '" + LiveAppeal.idOf(person) + "'"));
  }

  @Test
  void whoeverLeadsThePersonNowStandsByItOrEndsItAndDoesNotFailThemAtOnce() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    String seen = plan.seenBy(person).at("/terms/observations/1").asText();
    plan.giveAll(company.lead);
    plan.holdAll(company.lead);
    plan.age(70);
    plan.notMet(company.lead).then().statusCode(200);
    new LiveObservation(seen).withdraw(company.lead).then().statusCode(200);
    plan.notMet(company.hr).then().statusCode(409).body("detail", containsString("taken back"));
    takeIn(underStranger());
    plan.read(company.lead).then().statusCode(404);
    assertTrue(plan.seenBy(company.stranger).path("notMet").isMissingNode());
    plan.notMet(company.hr).then().statusCode(409);
    plan.notMet(company.stranger)
        .then()
        .statusCode(409)
        .body("detail", containsString("stand by it"));
    assertEquals(List.of("REMEDIATION_CONFIRMATION"), kinds(company.stranger, plan));
    plan.post(company.stranger, "confirmation").then().statusCode(200);
    plan.post(company.stranger, "confirmation").then().statusCode(409);
    assertEquals(List.of("REMEDIATION_CONCLUSION"), kinds(company.stranger, plan));
    plan.notMet(company.stranger)
        .then()
        .statusCode(409)
        .body("detail", containsString("less than 30 days"));
  }

  @Test
  void aCompanionIsThePersonsChoiceAndReadsItOnceTheyAgreeWhileItRuns() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    Person companion = company.staff.get(1);
    plan.put(company.lead, "companion", employee(companion)).then().statusCode(403);
    plan.put(person, "companion", employee(company.lead)).then().statusCode(422);
    plan.put(person, "companion", employee(companion)).then().statusCode(200);
    JsonNode asked = plan.seenBy(companion);
    assertTrue(asked.path("terms").isMissingNode() && asked.path("state").isMissingNode());
    String etag = plan.read(companion).header("ETag");
    plan.giveAll(company.lead);
    assertEquals(etag, plan.read(companion).header("ETag"));
    plan.post(companion, "companion/answer", Map.of("accepted", true)).then().statusCode(200);
    assertFalse(plan.seenBy(companion).path("terms").isMissingNode());
    plan.notMet(companion).then().statusCode(403);
    plan.post(company.lead, "achievement", Map.of("reason", "It is there")).then().statusCode(200);
    plan.read(companion).then().statusCode(404);

    LiveRemediation declined = LiveRemediation.active(company, company.staff.get(0));
    declined.put(company.staff.get(0), "companion", employee(companion)).then().statusCode(200);
    declined.post(companion, "companion/answer", Map.of("accepted", false)).then().statusCode(200);
    declined.read(companion).then().statusCode(404);
  }

  @Test
  void aCompanionWhoLeavesReadsItNoMoreAlsoWhereTheyAreHiredAnewBeforeAnybodyLooks() {
    LiveRemediation plan = LiveRemediation.active(company, person);
    Person companion = company.person("BESIDE", "Gijs", "Tjaden", "employee");
    takeIn(company.hire(companion, company.chief, company.care()));
    plan.put(person, "companion", employee(companion)).then().statusCode(200);
    plan.post(companion, "companion/answer", Map.of("accepted", true)).then().statusCode(200);
    takeIn(Company.leaves(companion), company.rehire(companion, company.chief, company.care()));
    plan.read(companion).then().statusCode(404);
    plan.put(person, "companion", employee(companion)).then().statusCode(200);
    takeIn(Company.stands(companion, "ON_LEAVE", Company.today()));
    plan.read(companion).then().statusCode(200);
  }

  @Test
  void ofTwoWhoChangeItAtOnceOneReadsAnew() throws Exception {
    LiveRemediation plan = LiveRemediation.active(company, person);
    String etag = plan.read(company.lead).header("ETag");
    Map<String, Object> terms = termsOf(plan);
    plan.put(company.lead, "terms", Map.of("terms", terms)).then().statusCode(409);
    terms.put("days", 70);
    assertEquals(
        List.of(200, 412),
        AtOnce.statuses(
            AtOnce.answers(
                () ->
                    company
                        .lead
                        .ask()
                        .header("If-Match", etag)
                        .body(Map.of("terms", terms))
                        .put(plan.path() + "/terms"),
                () ->
                    company
                        .hr
                        .ask()
                        .header("If-Match", etag)
                        .body(Map.of("reason", "It was called off"))
                        .post(plan.path() + "/cancellation"))));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> termsOf(LiveRemediation plan) {
    return new HashMap<>(
        new ObjectMapper().convertValue(plan.seenBy(person).path("terms"), Map.class));
  }

  private static Map<String, Object> employee(Person who) {
    return Map.of("employeeId", LiveAppeal.idOf(who));
  }

  private String underStranger() {
    return person.externalId()
        + ",,,,"
        + company.stranger.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  private String status(String status, int daysAgo) {
    return person.externalId()
        + ",".repeat(13)
        + status
        + ",,"
        + Company.begun().minusDays(daysAgo)
        + ",CHANGE";
  }

  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
    Hris.followed();
  }

  private static long tasks(Person who, LiveRemediation plan) {
    return kinds(who, plan).size();
  }

  /** Of the two who serve the unit, one is asked by name. */
  private static List<String> ofHr(LiveRemediation plan) {
    return Stream.of(company.hr, company.hrInChain)
        .flatMap(who -> kinds(who, plan).stream())
        .toList();
  }

  private static List<String> kinds(Person who, LiveRemediation plan) {
    List<String> kinds = new ArrayList<>();
    LiveChecklist.parsed(who.ask().get("/v1/tasks?limit=200"))
        .path("items")
        .forEach(
            task -> {
              if (task.path("subject").asText().equals(plan.path())) {
                kinds.add(task.path("kind").asText());
              }
            });
    return kinds;
  }
}
