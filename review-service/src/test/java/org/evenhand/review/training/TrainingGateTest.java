package org.evenhand.review.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.appeal.SharedResults;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody does without training. */
@QuarkusTest
class TrainingGateTest {

  private static final String TOPIC = "evenhand.internal.training";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject TestClock clock;

  private final UUID module = UUID.randomUUID();
  private final String title = "Rating fairly " + module;
  private final Instant before = Instant.now().minusSeconds(60);
  private long told;

  /** Nothing is required of other tests. */
  @AfterEach
  void retired() {
    clock.reset();
    offered(before, "\"RATING\", \"PANEL\"", ", \"retiredAt\": \"" + Instant.now() + "\"");
    Awaitility.await()
        .atMost(SOON)
        .until(() -> count("required_training where retired_at is not null") == 1);
  }

  @Test
  void whoeverRatesIsTrainedAndWhatIsMissingIsNamed() {
    required(before, "\"RATING\"");
    Company company = Company.of(1);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));

    JsonNode refused = due(review.rate(company.lead, "delivery", 3));
    assertTrue(refused.get("detail").asText().contains(title), refused::toString);
    assertEquals("", refused.at("/errors/0/pointer").asText());

    holds(company.lead, null);
    review.rate(company.lead, "delivery", 3).then().statusCode(200);
    losesIt(company.lead);
    due(review.submit(company.lead));

    holds(company.lead, null);
    review.conclude(company.lead, 3);
  }

  @Test
  void whoStandsInForTheReviewerIsTrainedToo() {
    required(before, "\"RATING\"");
    Company company = Company.of(1);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));
    holds(company.lead, null);
    delegated(company.lead, company.dotted);

    due(review.rate(company.dotted, "delivery", 3));
    review.rate(company.lead, "delivery", 3).then().statusCode(200);
  }

  @Test
  void aCycleThatOpenedBeforeTheRequirementGoesOnWithoutIt() {
    Company company = Company.of(1);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));

    required(Instant.now().plusSeconds(1), "\"RATING\"");

    review.rate(company.lead, "delivery", 3).then().statusCode(200);
  }

  @Test
  void whoHeldItWhenTheCycleOpenedHoldsItForAllOfTheCycle() {
    required(before, "\"RATING\"");
    Company company = Company.of(1);
    holds(company.lead, Company.today().plusDays(2));
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));
    clock.advance(Duration.ofDays(9));
    review.rate(company.lead, "delivery", 3).then().statusCode(200);

    holds(company.lead, Company.today().minusDays(3));
    due(review.rate(company.lead, "together", 3));
  }

  @Test
  void toWhomAReviewHasPassedHasTenWorkingDays() {
    required(before, "\"RATING\"");
    Company company = Company.of(1);
    LiveReview review = LiveCycle.open(company).reviewOf(company.staff.get(0));
    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", company.chief.externalId(), "reason", "The lead is busy"))
        .then()
        .statusCode(200);

    review.rate(company.chief, "delivery", 3).then().statusCode(200);
    clock.advance(Duration.ofDays(10));
    review.rate(company.chief, "together", 3).then().statusCode(200);
    clock.advance(Duration.ofDays(8));
    due(review.rate(company.chief, "together", 4));
  }

  @Test
  void whoJudgesAnAppealIsTrainedForIt() {
    required(before, "\"PANEL\"");
    SharedResults shared = SharedResults.of(2);
    LiveAppeal appeal = LiveAppeal.filed(shared.appellant(), shared.review());
    appeal.screen(shared.company().hr, true).then().statusCode(200);
    appeal
        .post(shared.company().lead, "response", Map.of("text", "See the two dates"))
        .then()
        .statusCode(200);
    holds(shared.member(0), null);
    holds(shared.member(2), null);

    JsonNode refused = due(appeal.convene(shared.company().hr, shared.panel()));
    assertEquals(1, refused.get("errors").size(), refused::toString);
    assertEquals("/members/1", refused.at("/errors/0/pointer").asText());

    holds(shared.member(1), null);
    appeal.convene(shared.company().hr, shared.panel()).then().statusCode(200);
  }

  @Test
  void whoRatesAnewWhatAPanelSendsBackIsTrainedForRating() {
    SharedResults shared = SharedResults.of(2);
    Company company = shared.company();
    LiveAppeal appeal =
        LiveAppeal.before(company, shared.appellant(), shared.review(), shared.panel());
    appeal.judge(shared.panel());
    shared.panel().forEach(member -> appeal.vote(member, "REMAND").then().statusCode(200));
    required(before, "\"RATING\"");
    var named = Map.of("employeeId", LiveAppeal.idOf(company.hrLead));

    JsonNode refused = due(appeal.post(company.hr, "reassessor", named));
    assertEquals("/employeeId", refused.at("/errors/0/pointer").asText());

    holds(company.hrLead, null);
    appeal.post(company.hr, "reassessor", named).then().statusCode(200);
  }

  private void required(Instant since, String requirements) {
    offered(since, requirements, "");
    Awaitility.await().atMost(SOON).until(() -> count("required_training where true") == 1);
  }

  private void offered(Instant since, String requirements, String more) {
    tell(
        "training-module.changed",
        module,
        """
        {"moduleId": "%s", "key": "fair", "title": "%s", "requiredFor": [%s], "offeredAt": "%s"%s}
        """
            .formatted(module, title, requirements, since, more));
  }

  private void holds(Person person, LocalDate until) {
    UUID completion =
        held(person, true, until == null ? "" : ", \"validUntil\": \"" + until + "\"");
    String last = until == null ? "null" : "date '" + until + "'";
    await(completion, "held and valid_until is not distinct from " + last);
  }

  /** As where it was recorded in error. */
  private void losesIt(Person person) {
    await(held(person, false, ""), "not held");
  }

  private UUID held(Person person, boolean held, String more) {
    UUID completion = UUID.nameUUIDFromBytes((module + person.externalId()).getBytes());
    tell(
        "training.changed",
        completion,
        """
        {"completionId": "%s", "moduleId": "%s", "personId": "%s", "held": %s%s}
        """
            .formatted(completion, module, LiveAppeal.idOf(person), held, more));
    return completion;
  }

  private static void await(UUID completion, String stands) {
    Awaitility.await()
        .atMost(SOON)
        .until(
            () -> Tables.count("held_training where id = '" + completion + "' and " + stands) == 1);
  }

  private void tell(String what, UUID subject, String json) {
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand." + what + ".v1",
            "/policy-service",
            subject.toString(),
            ++told,
            json);
  }

  private long count(String from) {
    return Tables.count(from + " and id = '" + module + "'");
  }

  private static void delegated(Person from, Person to) {
    from.ask()
        .body(
            Map.of(
                "toExternalId", to.externalId(),
                "firstDay", Company.today().toString(),
                "lastDay", Company.today().plusDays(9).toString(),
                "kinds", List.of("REVIEW")))
        .post("/v1/delegations")
        .then()
        .statusCode(201);
  }

  private static JsonNode due(Response answer) {
    assertEquals(422, answer.statusCode(), answer::asString);
    try {
      JsonNode problem = Json.mapper().readTree(answer.asString());
      assertTrue(problem.get("type").asText().endsWith("/training-due"), problem::toString);
      return problem;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
