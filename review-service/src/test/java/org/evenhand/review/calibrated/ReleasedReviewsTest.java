package org.evenhand.review.calibrated;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** What a session gives back is free again, for another one and for sharing. */
@QuarkusTest
class ReleasedReviewsTest {

  @Test
  void a_session_that_is_cancelled_or_goes_on_without_a_review_holds_it_no_longer() {
    Company company = Company.of(3);
    LiveCycle cycle = LiveCycle.open(company);
    List<LiveReview> reviews = company.staff.stream().map(cycle::reviewOf).toList();
    LiveReview named = reviews.get(0);
    String externalId = company.staff.get(0).externalId();
    named
        .post(
            company.lead,
            "observations",
            LiveReview.observation("delivery", "Asked " + externalId + " and no other", 3))
        .then()
        .statusCode(200);
    reviews.forEach(review -> review.conclude(company.lead, 4));
    cycle.calibrate();
    LiveSession first = new LiveSession(cycle);
    first
        .claim(reviews.toArray(LiveReview[]::new))
        .then()
        .statusCode(200)
        .body("samples", hasSize(3))
        .body("samples.redactedText.toString()", containsString("Asked [Reviewee] and no other"))
        .body("samples.redactedText.toString()", not(containsString(externalId)));

    first.gives(named, 1);
    awaitState(named, company, "SUBMITTED");
    reviews.get(1).read(company.hr).then().body("state", endsWith("IN_CALIBRATION"));
    LiveSession second = new LiveSession(cycle);
    second.claim(named).then().statusCode(200).body("samples", hasSize(1));
    cycle.step(company.hr, "sharing").then().statusCode(409);

    first.cancels(2);
    awaitState(reviews.get(1), company, "SUBMITTED");
    awaitState(reviews.get(2), company, "SUBMITTED");
    named.read(company.hr).then().body("state", endsWith("IN_CALIBRATION"));
    assertEquals(
        List.of(
            "review.opened",
            "review.started",
            "review.submitted",
            "review.claimed",
            "review.deferred"),
        new Told(cycle).of(Told.INTERNAL, reviews.get(1).id(), 5));
    first.claim(reviews.get(1)).then().statusCode(409).body("type", endsWith("/session-cancelled"));

    second.cancels(1);
    awaitState(named, company, "SUBMITTED");
    cycle.step(company.hr, "sharing").then().statusCode(200);
  }

  @Test
  void samples_are_for_calibration_service_alone() {
    for (String client : List.of("evenhand-analytics", "evenhand-policy", "evenhand-review")) {
      Hris.as(Tokens.forClient(client, "service"))
          .contentType("application/json")
          .body(
              Map.of(
                  "sessionId", UUID.randomUUID(),
                  "cycleId", UUID.randomUUID(),
                  "reviewIds", List.of(UUID.randomUUID())))
          .post("/internal/v1/samples")
          .then()
          .statusCode(403);
    }
  }

  private static void awaitState(LiveReview review, Company company, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> review.read(company.hr).then().body("state", endsWith(state)));
  }
}
