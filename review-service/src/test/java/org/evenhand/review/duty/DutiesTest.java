package org.evenhand.review.duty;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LivePeerRequest;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people owe in a cycle, and what becomes of it when they don't do it. */
@QuarkusTest
class DutiesTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject TestClock clock;

  private Company company;
  private Person first;
  private Person second;
  private LiveCycle cycle;
  private LiveReview review;

  @BeforeEach
  void open() {
    company = Company.of(2);
    first = company.staff.get(0);
    second = company.staff.get(1);
    cycle = LiveCycle.open(company);
    review = cycle.reviewOf(first);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void everyStepThatIsTakenTakesItsTaskAway() {
    String task =
        tasks(first, "SELF_REVIEW")
            .body("items.subject", contains(review.path()))
            .extract()
            .path("items[0].id");
    review.contribute(first, "SELF", "proud", "a quiet year").then().statusCode(200);
    tasks(first, "SELF_REVIEW").body("items", empty());
    told(task, "DONE");

    LivePeerRequest.asked(first, company.lead, review, second, company.stranger);
    tasks(second, "PEER_CONTRIBUTION").body("items.subject", contains(review.path()));
    review.contribute(second, "PEER", "beside", "careful").then().statusCode(200);
    tasks(second, "PEER_CONTRIBUTION").body("items", empty());

    tasks(company.lead, "REVIEW").body("items", hasSize(2));
    review.conclude(company.lead, 3);
    tasks(company.lead, "REVIEW").body("items", hasSize(1));
  }

  @Test
  void aReviewThatPassesOnIsOwedByItsNewReviewerAlone() {
    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", company.chief.externalId(), "reason", "a new arrangement"))
        .then()
        .statusCode(200);

    tasks(company.lead, "REVIEW").body("items", hasSize(1));
    tasks(company.chief, "REVIEW").body("items.subject", hasItem(review.path()));
  }

  @Test
  void aReopeningThatIsCountersignedIsDoneAndTheReviewIsOwedAnew() {
    review.conclude(company.lead, 3);
    tasks(company.lead, "REVIEW").body("items.subject", not(hasItem(review.path())));
    review
        .post(company.hr, "reopening", Map.of("reason", "a figure was wrong"))
        .then()
        .statusCode(200);
    String task =
        tasks(company.lead, "REOPENING_COUNTERSIGNATURE")
            .body("items.subject", contains(review.path()))
            .extract()
            .path("items[0].id");

    review.post(company.lead, "reopening/countersignature", Map.of()).then().statusCode(200);
    told(task, "DONE");
    tasks(company.lead, "REOPENING_COUNTERSIGNATURE").body("items", empty());
    tasks(company.lead, "REVIEW").body("items.subject", hasItem(review.path()));
  }

  @Test
  void whatIsNotWrittenInTimeIsATaskOfTheNextOneUpToo() {
    tasks(company.chief, "REVIEW").body("items", hasSize(1)); // the lead's own review

    clock.advance(Duration.ofDays(40));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                tasks(company.chief, "REVIEW")
                    .body("items.findAll { it.as == 'RESPONSIBLE' }", hasSize(2)));
    tasks(company.lead, "REVIEW")
        .body("items", hasSize(2))
        .body("items.late", contains(true, true))
        .body("items.state", contains("ESCALATED", "ESCALATED"));
  }

  @Test
  void whoeverEndsUnratedOwesNothing() {
    review.post(company.hr, "not-rated", Map.of("reason", "LEFT")).then().statusCode(200);

    tasks(first, "SELF_REVIEW").body("items", empty());
    tasks(company.lead, "REVIEW").body("items", hasSize(1));
  }

  @Test
  void aClosedCycleAsksForNothingMore() {
    review.conclude(company.lead, 3);
    cycle.calibrate();
    cycle.share();
    tasks(first, "ACKNOWLEDGEMENT").body("items", hasSize(1));
    tasks(second, "SELF_REVIEW").body("items", hasSize(1));

    cycle.step(company.hr, "appeals").then().statusCode(200);
    cycle.step(company.hr, "closure").then().statusCode(200);
    await().atMost(SOON).untilAsserted(() -> tasks(second, "SELF_REVIEW").body("items", empty()));
    tasks(company.lead, "REVIEW").body("items", empty());
    tasks(first, "ACKNOWLEDGEMENT").body("items", hasSize(1));
  }

  @Test
  void aSelfReviewThatTwoPeopleWaiveIsOwedByNobodyAndTheReviewGoesOnWithoutIt() {
    String task = tasks(first, "SELF_REVIEW").extract().path("items[0].id");
    waivable(company.hrElsewhere).body("items.id", not(hasItem(task)));
    waivable(first).body("items", empty());
    String waiver =
        waivable(company.lead)
            .body("items.find { it.id == '%s' }.holder.name".formatted(task), equalTo(first.name()))
            .extract()
            .path("items.find { it.id == '%s' }.waiver".formatted(task));
    ask(company.lead, waiver)
        .statusCode(201)
        .body("holder.name", equalTo(first.name()))
        .body("proposedBy.name", equalTo(company.lead.name()));
    tasks(company.hrElsewhere, "SELF_REVIEW").body("items.id", not(hasItem(task)));
    tasks(company.hr, "SELF_REVIEW")
        .body("items.find { it.id == '%s' }.as".formatted(task), equalTo("COUNTERSIGNER"))
        .body("items.find { it.id == '%s' }.waiver".formatted(task), equalTo(waiver));

    company
        .hr
        .ask()
        .header("If-Match", "\"0\"")
        .post(waiver + "/countersignature")
        .then()
        .statusCode(200)
        .body("state", equalTo("AGREED"));
    tasks(first, "SELF_REVIEW").body("items", empty());
    told(task, "WAIVED");
    review.conclude(company.lead, 3);
    tasks(first, "SELF_REVIEW").body("items", empty());
  }

  @Test
  void whatTheRevieweeWaitsForCannotBeWaived() {
    clock.advance(Duration.ofDays(40));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                tasks(company.chief, "REVIEW")
                    .body("items.findAll { it.as == 'RESPONSIBLE' }", hasSize(2)));
    String task =
        tasks(company.chief, "REVIEW").extract().path("items.find { it.as == 'RESPONSIBLE' }.id");

    ask(company.chief, "/v1/tasks/review/" + task + "/waiver")
        .statusCode(422)
        .body("detail", startsWith("REVIEW can't be waived"));
  }

  private static ValidatableResponse waivable(Person person) {
    return person.ask().get("/v1/tasks?waivable=true&kind=SELF_REVIEW").then().statusCode(200);
  }

  private static ValidatableResponse ask(Person person, String waiver) {
    return person
        .ask()
        .body(Map.of("code", "AWAY", "reason", "Nobody to ask until February"))
        .post(waiver)
        .then();
  }

  @Test
  void onlyTheSideThatHasNotProposedIsAskedToSign() {
    review.conclude(company.lead, 3);
    cycle.calibrate();
    cycle.step(company.hr, "sharing").then().statusCode(200);

    tasks(company.lead, "SHARING_COUNTERSIGNATURE")
        .body("items.subject", contains(cycle.path()))
        .body("items.operations", contains(contains("countersignSharing")))
        .body("items.as", contains("ROLE"));
    tasks(company.hr, "SHARING_COUNTERSIGNATURE").body("items", empty());
    tasks(company.dotted, "SHARING_COUNTERSIGNATURE").body("items", empty());
    tasks(first, "SHARING_COUNTERSIGNATURE").body("items", empty());
  }

  /** Neither whose it is nor what about. */
  private static void told(String task, String ended) {
    var events =
        Events.ofTest().await("evenhand.internal.duties", 2, event -> event.key().equals(task));
    events.forEach(EventSchemas::check);
    assertEquals(
        List.of("DUE", ended),
        events.stream().map(event -> JsonPath.from(event.value()).getString("state")).toList());
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
