package org.evenhand.review.delegation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who acts for whom, what they can do so, and what they can't. */
@QuarkusTest
class DelegationTest {

  @Inject TestClock clock;

  private Company company;
  private LiveCycle cycle;
  private LiveReview review;

  @BeforeEach
  void open() {
    company = Company.of(2);
    cycle = LiveCycle.open(company);
    review = cycle.reviewOf(company.staff.get(0));
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void theDelegateWritesTheReviewsByTheirOwnNameAndTheAuditSaysForWhom() {
    review.read(company.stranger).then().statusCode(404);
    delegated(company.lead, company.stranger);

    tasks(company.stranger, "REVIEW")
        .body("items", hasSize(2))
        .body("items.as", contains("DELEGATE", "DELEGATE"));
    tasks(company.lead, "REVIEW").body("items.as", contains("HOLDER", "HOLDER"));
    review.conclude(company.stranger, 3);
    tasks(company.stranger, "REVIEW").body("items", hasSize(1));
    tasks(company.lead, "REVIEW").body("items", hasSize(1));

    assertEquals(
        1,
        Tables.count(
            "audit where action = 'acted-for' and aggregate_id = '%s' and actor = '%s'"
                    .formatted(review.id(), id(company.stranger))
                + " and content like '%submitReview%' and content like '%"
                + id(company.lead)
                + "%'"));
    assertEquals(id(company.stranger), rater());
  }

  @Test
  void itHoldsFromItsFirstToItsLastDayAndNotOnceItIsRevoked() {
    LocalDate today = Company.today();
    delegate(company.lead, body(company.stranger, today.plusDays(2), today.plusDays(3)))
        .then()
        .statusCode(201)
        .body("state", equalTo("PLANNED"));
    review.read(company.stranger).then().statusCode(404);
    clock.advance(Duration.ofDays(2));
    review.read(company.stranger).then().statusCode(200);
    clock.advance(Duration.ofDays(2));
    review.read(company.stranger).then().statusCode(404);
    tasks(company.stranger, "REVIEW").body("items", empty());

    String made = delegated(company.lead, company.stranger);
    review.read(company.stranger).then().statusCode(200);
    company.stranger.ask().post(made + "/revocation").then().statusCode(428);
    revoke(company.stranger, made).then().statusCode(200).body("state", equalTo("REVOKED"));
    review.read(company.stranger).then().statusCode(404);
    revoke(company.lead, made).then().statusCode(409);
  }

  @Test
  void nobodyActsForThemselfNorTwoAtATimeNorInThePast() {
    refused(body(company.lead, 0, 10), "/toExternalId");
    refused(body(new Person("nobody", "No", "Body", List.of()), 0, 10), "/toExternalId");
    refused(body(company.stranger, -1, 10), "/firstDay");
    refused(body(company.stranger, 5, 4), "/lastDay");
    refused(body(company.stranger, 0, 400), "/lastDay");

    delegated(company.lead, company.stranger);
    refused(body(company.dotted, 10, 20), "/firstDay");
    delegate(
            company.lead,
            body(company.dotted, Company.today().plusDays(11), Company.today().plusDays(20)))
        .then()
        .statusCode(201);
  }

  /** Who is reviewed by the one who delegates may act for them, never for their own review. */
  @Test
  void aDelegateComesNeitherToTheirOwnReviewNorToThoseOfPeopleAboveThem() {
    Person first = company.staff.get(0);
    LiveReview other = cycle.reviewOf(company.staff.get(1));
    delegated(company.lead, first);
    tasks(first, "REVIEW").body("items.subject", contains(other.path()));
    other.read(first).then().statusCode(200).body("actions", hasItem("rateCriterion"));
    review.read(first).then().statusCode(200).body("actions", not(hasItem("rateCriterion")));
    review.rate(first, "delivery", 3).then().statusCode(403);

    delegated(company.chief, company.staff.get(1));
    tasks(company.staff.get(1), "REVIEW").body("items", empty());
    cycle.reviewOf(company.lead).read(company.staff.get(1)).then().statusCode(404);
  }

  @Test
  void ofTwoThatAreAskedAtTheSameMomentOneActs() throws Exception {
    List<Response> answers =
        AtOnce.answers(
            () -> delegate(company.lead, body(company.stranger, 0, 10)),
            () -> delegate(company.lead, body(company.dotted, 0, 10)));

    assertEquals(List.of(201, 422), AtOnce.statuses(answers));
  }

  /** The reviewee becomes the delegate's manager: neither side of it is open to the delegate. */
  @Test
  void aReorganisationOpensNoReviewToWhoeverWorksBelowTheReviewee() {
    delegated(company.lead, company.stranger);
    LiveReview other = cycle.reviewOf(company.staff.get(1));
    Hris.takeIn(
        company.stranger.externalId()
            + ",,,,"
            + company.staff.get(0).externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");

    review.read(company.stranger).then().statusCode(404);
    tasks(company.stranger, "REVIEW").body("items.subject", contains(other.path()));
    other.read(company.stranger).then().statusCode(200);
  }

  /** With the delegation ends what keeps the reviews of somebody on leave theirs. */
  @Test
  void whoeverIsOnLeaveKeepsTheirReviewsAsLongAsSomebodyActsForThem() {
    String made = delegated(company.lead, company.stranger);
    Hris.takeIn(
        company.lead.externalId() + ",".repeat(13) + "ON_LEAVE,," + Company.today() + ",CHANGE");
    reviewed(company.lead);
    tasks(company.stranger, "REVIEW").body("items", hasSize(2));

    revoke(company.hr, made).then().statusCode(200);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> reviewed(company.chief));
  }

  private void reviewed(Person reviewer) {
    review.read(company.hr).then().body("reviewer.externalId", equalTo(reviewer.externalId()));
  }

  @Test
  void hrDelegatesForWhomItServesAndOutsideOfItsOwnChain() {
    Map<String, Object> forLead = new HashMap<>(body(company.stranger, 0, 10));
    forLead.put("fromExternalId", company.lead.externalId());
    delegate(company.staff.get(0), forLead).then().statusCode(403);
    delegate(company.hrElsewhere, forLead).then().statusCode(403);
    delegate(company.hrInChain, forLead).then().statusCode(403);
    String made = delegate(company.hr, forLead).then().statusCode(201).extract().header("Location");

    company.stranger.ask().get(made).then().statusCode(200);
    company.lead.ask().get(made).then().statusCode(200);
    company.hr.ask().get(made).then().statusCode(200);
    company.hrElsewhere.ask().get(made).then().statusCode(404);
    company.staff.get(0).ask().get(made).then().statusCode(404);
    company.staff.get(0).ask().get("/v1/delegations").then().body("items", empty());
    company
        .hr
        .ask()
        .get("/v1/delegations?limit=200")
        .then()
        .body("items.to.externalId", hasItem(company.stranger.externalId()));
    company
        .hrElsewhere
        .ask()
        .get("/v1/delegations?limit=200")
        .then()
        .body("items.to.externalId", not(hasItem(company.stranger.externalId())));
  }

  @Test
  void hrWhoActsForAReviewerDecidesNothingAboutTheirReviewsAsHr() {
    review.read(company.hr).then().statusCode(200).body("actions", hasItem("endUnrated"));
    delegated(company.lead, company.hr);
    review.read(company.hr).then().statusCode(200).body("actions", not(hasItem("endUnrated")));
  }

  private String rater() {
    var events =
        Events.ofTest()
            .await("evenhand.internal.ratings", 2, event -> event.key().equals(review.id()));
    return JsonPath.from(events.get(events.size() - 1).value()).getString("reviewerId");
  }

  private static String id(Person person) {
    return person.ask().get("/v1/me").then().statusCode(200).extract().path("employeeId");
  }

  private static Map<String, Object> body(Person to, LocalDate first, LocalDate last) {
    return Map.of(
        "toExternalId",
        to.externalId(),
        "kinds",
        List.of("REVIEW"),
        "firstDay",
        first.toString(),
        "lastDay",
        last.toString());
  }

  private static Map<String, Object> body(Person to, int first, int last) {
    return body(to, Company.today().plusDays(first), Company.today().plusDays(last));
  }

  private static Response delegate(Person who, Map<String, Object> body) {
    return who.ask().body(body).post("/v1/delegations");
  }

  /** For ten days from the present one of the test on. */
  private String delegated(Person from, Person to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return delegate(from, body(to, today, today.plusDays(10)))
        .then()
        .statusCode(201)
        .body("state", equalTo("IN_FORCE"))
        .extract()
        .header("Location");
  }

  private static Response revoke(Person who, String path) {
    return who.ask()
        .header("If-Match", who.ask().get(path).header("ETag"))
        .post(path + "/revocation");
  }

  private void refused(Map<String, Object> body, String... pointers) {
    delegate(company.lead, body)
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder(pointers));
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
