package org.evenhand.review.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveApplication;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.LiveCircle;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveMentoring;
import org.evenhand.review.live.LiveOpportunity;
import org.evenhand.review.live.LivePeerRequest;
import org.evenhand.review.live.LiveRemediation;
import org.evenhand.review.live.LogLines;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What people write about one another's growth stands where they wrote it, and in the answers that
 * are kept for a day for those who repeat a request: in no other table, event, log line or error.
 */
@QuarkusTest
class GrowthCanaryTest {

  /** One of each kind of text. */
  private static final List<String> CANARIES =
      List.of(
          "violet plan",
          "sorrel reply",
          "sorrel ending",
          "viridian theme",
          "indigo topic",
          "tamarind item",
          "tamarind reason",
          "cerulean statement",
          "magenta note",
          "ochre reason",
          "sorrel opportunity",
          "sorrel strike");

  private static final String HOMES =
      "'remediation_plan', 'coaching_circle', 'mentoring', 'checklist', 'opportunity',"
          + " 'opportunity_application', 'peer_request', 'idempotency'";

  private final LogLines log = new LogLines();
  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(3);
    person = company.staff.get(0);
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void whatPeopleWriteStandsWhereTheyWroteItAndNowhereElse() {
    remediated();
    coached();
    listed();
    applied();
    struck();
    refused();
    for (String canary : CANARIES) {
      assertTrue(tablesWith(canary, "in") > 0, canary + " is nowhere, and would not be found");
    }
    assertEquals(0, tablesWith(String.join("|", CANARIES), "not in"));
    told();
    for (String canary : CANARIES) {
      assertFalse(log.text().contains(canary), canary);
    }
  }

  private void remediated() {
    LiveRemediation plan = LiveRemediation.reviewed(company, person);
    plan.post(person, "acknowledgement", Map.of("reply", "sorrel reply")).then().statusCode(200);
    plan.begin(2);
    plan.post(company.lead, "cancellation", Map.of("reason", "sorrel ending"))
        .then()
        .statusCode(200);
  }

  private void coached() {
    LiveCircle circle = LiveCircle.founded(person, company.stranger, company.staff.get(1));
    circle.post(company.stranger, "membership").then().statusCode(200);
    LiveMentoring.offer(company.stranger, 1);
    LiveMentoring.asked(person, company.stranger).moved(company.stranger, "agreement");
  }

  private void listed() {
    LiveChecklist list =
        LiveChecklist.begun(
            company,
            person,
            "RETURN",
            List.of(
                LiveChecklist.item("EMPLOYEE", "tamarind item", 5),
                LiveChecklist.item("MANAGER", "tamarind item", 5)));
    list.close(person, list.item("EMPLOYEE"), "NOT_NEEDED", "tamarind reason")
        .then()
        .statusCode(200);
  }

  private void applied() {
    LiveOpportunity opportunity =
        LiveOpportunity.posted(
            company.hr, company, Map.of("description", "sorrel opportunity in May"));
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication application = opportunity.appliedBy(person);
    opportunity.closed();
    application.assessed(company.hr, company.stranger).decided(company.hr, false);
    opportunity.decided();
  }

  private void struck() {
    LiveCycle cycle = LiveCycle.open(company);
    LivePeerRequest.named(person, cycle.reviewOf(person), company.staff.get(1))
        .strike(company.lead, "sorrel strike")
        .then()
        .statusCode(200);
  }

  /** An error says where something is wrong, and repeats nothing. */
  private void refused() {
    Response unread =
        company
            .hr
            .ask()
            .body(Map.of("kind", "sorrel error", "orgUnit", company.care()))
            .post("/v1/opportunities");
    assertEquals(400, unread.statusCode());
    assertFalse(unread.asString().contains("sorrel"), unread.asString());
    Response unknown = person.ask().body(Map.of("mentorId", "sorrel error")).post("/v1/mentorings");
    assertEquals(400, unknown.statusCode());
    assertFalse(unknown.asString().contains("sorrel"), unknown.asString());
  }

  private void told() {
    Hris.takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().toString()));
    for (String topic :
        List.of(
            "evenhand.development",
            "evenhand.internal.duties",
            "evenhand.internal.directory",
            "evenhand.internal.opportunities",
            Told.INTERNAL,
            Told.RATINGS,
            Told.CYCLES)) {
      Events.ofTest().all(topic).stream()
          .map(event -> event.key() + event.value())
          .forEach(event -> CANARIES.forEach(canary -> assertFalse(event.contains(canary), topic)));
    }
  }

  private static long tablesWith(String words, String where) {
    return Tables.count(
        ("information_schema.tables where table_schema = current_schema()"
                + " and table_type = 'BASE TABLE' and table_name %s (%s)"
                + " and cast(query_to_xml(format('select 1 from %%I x where cast(x as text) ~ %%L"
                + " limit 1', table_name, '%s'), true, false, '') as text) like '%%<row%%'")
            .formatted(where, HOMES, words));
  }
}
