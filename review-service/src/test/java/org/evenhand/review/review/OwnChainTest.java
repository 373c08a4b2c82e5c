package org.evenhand.review.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.Test;

/** HR's door is closed to oneself, one's own chain, and what one has rated, for its lead too. */
@QuarkusTest
class OwnChainTest {

  private static final Map<String, String> AGAIN = Map.of("reason", "A release was left out");

  @Test
  void nobodyOfHrReopensOrPassesOnWhatTheyRated() {
    Company company = Company.of(2);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(1));
    passes(review, company.hrLead, company.hr).then().statusCode(200);

    passes(review, company.hr, company.chief).then().statusCode(403);
    review.conclude(company.hr, 3);
    review.post(company.hr, "reopening", AGAIN).then().statusCode(403);
    review.read(company.hr).then().body("relations", equalTo(List.of("REVIEWER")));
    review.post(company.hrLead, "reopening", AGAIN).then().statusCode(200);
    review
        .post(company.chief, "reopening/countersignature", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"));

    // Whoever has had it stays a party.
    passes(review, company.hrLead, company.chief).then().statusCode(200);
    review.read(company.hr).then().statusCode(404);
    company.hr.ask().get(review.path() + "/trail").then().statusCode(404);
  }

  @Test
  void aLeadOfHrReadsNoResultOfTheirOwnChain() {
    Company company = Company.of(2);
    Person above = company.staff.get(0);
    Person beside = company.staff.get(1);
    LiveCycle cycle = LiveCycle.open(company);
    cycle.reviewOf(above).conclude(company.lead, 3);
    cycle.reviewOf(beside).conclude(company.lead, 3);
    cycle.calibrate();
    cycle.share();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> externalIds(company, company.hrLead).size() == 2);
    Hris.asHris()
        .get("/v1/ratings?cycle=" + company.mark())
        .then()
        .body("items.externalId", hasItem(above.externalId()));
    company
        .hrLeadInChain
        .ask()
        .get("/v1/ratings?cycle=" + company.mark())
        .then()
        .body("items.externalId", not(hasItem(above.externalId())))
        .body("items.externalId", hasItem(beside.externalId()));
  }

  private static List<String> externalIds(Company company, Person reader) {
    return reader.ask().get("/v1/ratings?cycle=" + company.mark()).path("items.externalId");
  }

  private static io.restassured.response.Response passes(
      LiveReview review, Person by, Person reviewer) {
    return review.post(
        by,
        "reassignment",
        Map.of("reviewerExternalId", reviewer.externalId(), "reason", "The manager is away"));
  }
}
