package org.evenhand.review.calendar;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveUpwardRound;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cycle puts into people's calendars. */
@QuarkusTest
class CalendarOfCycleTest {

  private static final List<String> MILESTONES =
      List.of(
          "MILESTONE_SELF_REVIEW",
          "MILESTONE_MANAGER_REVIEW",
          "MILESTONE_CALIBRATION",
          "MILESTONE_SHARE",
          "MILESTONE_APPEAL_WINDOW");

  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(3);
    person = company.staff.get(0);
  }

  @Test
  void milestonesAreKnownFromSchedulingOnAndStayAsTheyAreWhenTheCycleOpens() {
    LiveCycle cycle = LiveCycle.planned(company, Policy.inEffect());
    milestones(person).body("items", empty());

    cycle.step(company.hr, "schedule").then().statusCode(200);
    List<String> ids = told(milestones(person), cycle);
    milestones(company.stranger).body("items", empty());

    cycle.step(company.hr, "opening").then().statusCode(200);
    cycle.step(company.lead, "opening/countersignature").then().statusCode(200);
    cycle.awaitOpen();
    assertEquals(ids, told(milestones(person), cycle));
  }

  @Test
  void theReviewsOfAManagerAreOneEntryWithTheirNumber() {
    LiveCycle cycle = LiveCycle.open(company);
    LocalDate due = workday(14);

    calendar(company.lead, "?kind=REVIEW")
        .body("items.first", contains(due.toString()))
        .body("items.count", contains(3))
        .body("items.subject", contains("/v1/tasks?kind=REVIEW"));
    calendar(person, "?kind=SELF_REVIEW")
        .body("items.count", contains(1))
        .body("items.subject", contains(cycle.reviewOf(person).path()))
        .body("items[0].operations", contains("putContribution"));
  }

  @Test
  void aCycleThatIsGivenUpIsToldAsCancelled() {
    LiveCycle cycle = LiveCycle.open(company);
    told(milestones(person), cycle);

    cycle.step(company.hr, "cancellation", Map.of("reason", "A merger")).then().statusCode(200);
    cycle.step(company.lead, "cancellation/countersignature").then().statusCode(200);
    milestones(person)
        .body("items", hasSize(MILESTONES.size()))
        .body("items.state", everyItem(is("CANCELLED")))
        .body("items.sequence", everyItem(is(1)));
  }

  /** A row that says when somebody wrote a view from below would say who has. */
  @Test
  void aViewFromBelowLeavesNoTraceWhenItIsWritten() {
    LiveUpwardRound round = LiveUpwardRound.opened(company.chief, company.lead);
    calendar(person, "?kind=UPWARD_VIEW").body("items.state", contains("CONFIRMED"));

    round.write(person, "always there").then().statusCode(204);
    calendar(person, "?kind=UPWARD_VIEW").body("items", empty());
  }

  @Test
  void theGatewayReadsWhatThePersonReads() {
    LiveCycle.open(company);
    String own = calendar(person, "").extract().asString();
    String id = person.ask().get("/v1/me").path("employeeId");

    assertEquals(
        own,
        Hris.as(Tokens.forClient("evenhand-gateway", "service"))
            .get(
                "/internal/v1/calendars/%s?from=%s&to=%s"
                    .formatted(id, Company.today(), Company.today().plusDays(92)))
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private static List<String> told(ValidatableResponse calendar, LiveCycle cycle) {
    return calendar
        .body("items.kind", is(MILESTONES))
        .body(
            "items.first",
            contains(
                workday(7).toString(),
                workday(14).toString(),
                workday(21).toString(),
                workday(28).toString(),
                workday(42).toString()))
        .body("items.subject", everyItem(is(cycle.path())))
        .body("items.state", everyItem(is("CONFIRMED")))
        .body("items.sequence", everyItem(is(0)))
        .body("items.start", everyItem(nullValue()))
        .body("items.id", everyItem(not(nullValue())))
        .extract()
        .path("items.id");
  }

  /** Of a place that nobody has described. */
  private static LocalDate workday(int days) {
    return WorkingDays.unknown().onOrAfter(Company.today().plusDays(days));
  }

  private static ValidatableResponse milestones(Person who) {
    return calendar(who, "?kind=" + String.join("&kind=", MILESTONES));
  }

  private static ValidatableResponse calendar(Person who, String query) {
    return who.ask().get("/v1/calendar" + query).then().statusCode(200);
  }
}
