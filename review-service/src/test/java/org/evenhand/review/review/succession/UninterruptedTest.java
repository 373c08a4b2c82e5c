package org.evenhand.review.review.succession;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Death;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each review passes on once, whatever stops or repeats the look, and only in its time. */
@QuarkusTest
class UninterruptedTest {

  @Inject TestClock clock;
  @Inject DueRunner runner;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void goesOnWhereItWasWhereverItDies() {
    Company company = Company.of(10);
    LiveCycle cycle = LiveCycle.open(company);
    String ofCycle = "new.cycle_id = '" + cycle.id() + "'";

    // Amid the reviews of a chunk, amid its duties, and where the next chunk is scheduled.
    try (Death review = Death.at("review", 2, ofCycle);
        Death duty =
            Death.at("duty", 7, "new.kind = 'REVIEW' and new.subject in " + reviewsOf(cycle));
        Death next = Death.at("due_work", 4, "new.kind = '" + Succession.KIND + "'")) {
      Org.takeIn(Org.leaves(company.lead));
      assertTrue(review.happened() && duty.happened() && next.happened());
    }

    passedOnce(cycle, company.chief, 10);
  }

  @Test
  void twoInstancesAndASecondDeliveryPassNothingOnTwice() {
    Company company = Company.of(6);
    LiveCycle cycle = LiveCycle.open(company);
    String versions =
        "review r, generate_series(1, r.version) where r.cycle_id = '" + cycle.id() + "'";

    Hris.takeIn(Org.leaves(company.lead));
    lookAtOnce();
    passedOnce(cycle, company.chief, 6);
    long before = Tables.count(versions);
    lookAtOnce();

    assertEquals(before, Tables.count(versions));
    passedOnce(cycle, company.chief, 6);
  }

  @Test
  void afterTheCutOffDateNothingPassesOnByItselfAndHrIsAsked() {
    Company company = Company.of(2);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(company.staff.get(0));
    clock.advance(Duration.ofDays(2));

    Org.takeIn(Org.onLeave(company.lead));

    review
        .read(company.hr)
        .then()
        .body("reviewer.externalId", equalTo(company.lead.externalId()))
        .body("reviewerQuestion.concern", equalTo("ON_LEAVE"))
        .body("reassignments", empty());
    company
        .hr
        .ask()
        .get("/v1/tasks?kind=REVIEWER_CHECK")
        .then()
        .body("items", hasSize(2))
        .body("items.subject", hasItem(review.path()));
    review
        .post(company.hr, "reviewer-confirmation", Map.of("reason", "Will be back in time"))
        .then()
        .statusCode(409);

    // Who is back is asked about no more; who has left is passed on by hand.
    Org.takeIn(Org.atWork(company.lead));
    company.hr.ask().get("/v1/tasks?kind=REVIEWER_CHECK").then().body("items", empty());
    Org.takeIn(Org.leaves(company.lead));
    review
        .read(company.hr)
        .then()
        .body("reviewerQuestion.concern", equalTo("TERMINATED"))
        .body("reassignments", empty());
    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", company.chief.externalId(), "reason", "The next one up"))
        .then()
        .statusCode(200)
        .body("reassignments.code", contains("BY_HR"));
    company.hr.ask().get("/v1/tasks?kind=REVIEWER_CHECK").then().body("items", hasSize(1));
  }

  /** Several looks are due, and three take them up. */
  private void lookAtOnce() {
    for (int again = 0; again < 6; again++) {
      Tables.execute(
          "insert into due_work (kind, subject, due_at, try_at) values ('%s', '%s', now(), now())"
              .formatted(Succession.KIND, UUID.randomUUID()));
    }
    CompletableFuture.allOf(
            CompletableFuture.runAsync(this::run), CompletableFuture.runAsync(this::run))
        .join();
    Org.awaitLook();
  }

  private void run() {
    try {
      VertxContextSupport.subscribeAndAwait(runner::runDue);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** One event, one entry, and one duty that has passed on, for each. */
  private static void passedOnce(LiveCycle cycle, Person successor, int reviews) {
    String has = "(select id from employee where external_id = '" + successor.externalId() + "')";
    assertEquals(
        reviews + 1, // with that of the one who left
        Tables.count("review where cycle_id = '" + cycle.id() + "' and reviewer_id = " + has));
    assertEquals(
        reviews,
        Tables.count(
            "review where cycle_id = '%s' and jsonb_array_length(past -> 'reassignments') = 1"
                .formatted(cycle.id())));
    assertEquals(
        reviews,
        Tables.count(
            "audit where action = 'review.reassigned' and actor = 'review-service'"
                + " and aggregate_id in "
                + reviewsOf(cycle)));
    assertEquals(
        reviews + 1,
        Tables.count(
            "duty where kind = 'REVIEW' and closed_at is null and holder_id = %s and subject in %s"
                .formatted(has, reviewsOf(cycle))));
    List<ConsumerRecord<String, String>> told =
        Events.ofTest()
            .await(
                "evenhand.internal.ratings",
                reviews,
                event ->
                    "org.evenhand.review.reassigned.v1".equals(Events.header(event, "ce_type"))
                        && event.value().contains(cycle.id()));
    told.forEach(EventSchemas::check);
    assertEquals(reviews, told.stream().map(ConsumerRecord::key).distinct().count());
    assertEquals(reviews, told.size());
  }

  private static String reviewsOf(LiveCycle cycle) {
    return "(select id from review where cycle_id = '" + cycle.id() + "')";
  }
}
