package org.evenhand.review.milestone;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What time brings about: exceptions that everybody can see, and an end to waiting. */
@QuarkusTest
class DeadlinesTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject TestClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void whatIsMissedIsToldAndSilenceIsNeitherARatingNorConsent() {
    Company company = Company.of(2);
    Person silent = company.staff.get(0);
    Person unwritten = company.staff.get(1);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview concluded = cycle.reviewOf(silent);
    concluded.conclude(company.lead, 3);

    // A day is over when it is over everywhere.
    clock.advance(Duration.ofDays(9));
    await().atMost(SOON).until(() -> missed(cycle, company, "SELF_REVIEW"), equalTo(3));
    silent
        .ask()
        .get(cycle.path() + "/exceptions")
        .then()
        .statusCode(200)
        .body("items.reviewId", contains(concluded.id()))
        .body("items.reviewee.name", contains(silent.name()))
        .body("items.reviewer.name", contains(company.lead.name()))
        .body("items.milestone", contains("SELF_REVIEW"));

    Assertions.assertEquals(List.of("SELF_REVIEW 3"), told(cycle, 1));

    cycle.calibrate();
    cycle.share();
    clock.advance(Duration.ofDays(100));
    await()
        .atMost(SOON)
        .until(() -> concluded.read(silent).<String>path("state"), equalTo("FINAL"));
    concluded.read(silent).then().body("acknowledgement", nullValue());
    Assertions.assertEquals(
        List.of(
            "review.opened",
            "review.started",
            "review.submitted",
            "rating.not-calibrated",
            "review.shared",
            "review.finalized"),
        new Told(cycle).of(Told.INTERNAL, concluded.id(), 6));

    await().atMost(SOON).until(() -> missed(cycle, company, "SHARE"), equalTo(2));
    unwritten
        .ask()
        .get(cycle.path() + "/exceptions")
        .then()
        .body(
            "items.milestone",
            containsInAnyOrder("SELF_REVIEW", "MANAGER_REVIEW", "CALIBRATION", "SHARE"));
    cycle
        .reviewOf(unwritten)
        .read(company.hr)
        .then()
        .body("state", equalTo("NOT_STARTED"))
        .body("ordinal", nullValue());
  }

  @Test
  void subscribersLearnHowMuchWasMissedAndOfNobody() {
    Company company = Company.of(2);
    LiveCycle cycle = LiveCycle.open(company);

    clock.advance(Duration.ofDays(100));

    Assertions.assertEquals(
        List.of("CALIBRATION 3", "MANAGER_REVIEW 3", "SELF_REVIEW 3", "SHARE 3"),
        told(cycle, 4).stream().sorted().toList());
  }

  /** What was told of missed milestones, once there is so much. */
  private static List<String> told(LiveCycle cycle, int count) {
    return Events.ofTest()
        .await(Told.CYCLES, count, event -> isMissed(event) && event.value().contains(cycle.id()))
        .stream()
        .map(DeadlinesTest::missed)
        .toList();
  }

  private static boolean isMissed(ConsumerRecord<String, String> event) {
    return "org.evenhand.milestone.missed.v1".equals(Events.header(event, "ce_type"));
  }

  private static String missed(ConsumerRecord<String, String> event) {
    EventSchemas.check(event);
    JsonPath told = JsonPath.from(event.value());
    Assertions.assertEquals(
        Set.of("cycleId", "milestone", "reviews", "at"), told.getMap("$").keySet());
    Assertions.assertEquals(told.getString("reviews"), Events.header(event, "ce_sequence"));
    return told.getString("milestone") + " " + told.getString("reviews");
  }

  private static Integer missed(LiveCycle cycle, Company company, String milestone) {
    return cycle
        .read(company.stranger)
        .path("exceptions.find { it.milestone == '" + milestone + "' }?.count");
  }
}
