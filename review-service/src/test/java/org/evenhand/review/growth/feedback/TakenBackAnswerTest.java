package org.evenhand.review.growth.feedback;

import static org.awaitility.Awaitility.await;
import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.give;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose answer is gone, and answers to somebody who may not read them any more. */
@QuarkusTest
class TakenBackAnswerTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject TestClock clock;

  private Company company;
  private Person first;

  @BeforeEach
  void found() {
    company = Company.of(1);
    first = company.staff.get(0);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void aRequestWhoseAnswerIsTakenBackWaitsAgainAndIsAnsweredAnew() {
    LiveFeedbackRequest request = LiveFeedbackRequest.asked(first, company.stranger, Map.of());
    LiveFeedback answer = answered(request);
    awaitDuty(request, "DONE");

    answer.retract(company.stranger).then().statusCode(200);

    request
        .read(company.stranger)
        .then()
        .body("state", equalTo("ASKED"))
        .body("$", not(hasKey("feedbackId")))
        .body("$", not(hasKey("answerState")))
        .body("actions", contains("giveFeedback", "declineFeedbackRequest"));
    awaitDuty(request, "DUE");
    tasks().body("items.subject", contains(request.path()));

    LiveFeedback second = answered(request);
    request
        .read(first)
        .then()
        .body("state", equalTo("GIVEN"))
        .body("answerState", equalTo("GIVEN"))
        .body("feedbackId", equalTo(second.id()));
    awaitDuty(request, "DONE");
    give(company.stranger, critique(Map.of("requestId", request.id()), first))
        .then()
        .statusCode(409);
  }

  @Test
  void aRequestWhoseAnswerIsTakenBackAfterItsDayHasLapsed() {
    LiveFeedbackRequest request = LiveFeedbackRequest.asked(first, company.stranger, Map.of());
    LocalDate due = LocalDate.parse(request.read(first).path("dueOn"));
    // Where nobody has said which zone it is, a day is over when it is over everywhere.
    Instant over = due.plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    clock.set(over.minusSeconds(60));
    LiveFeedback answer = answered(request);

    clock.set(over);
    answer.retract(company.stranger).then().statusCode(200);

    request.read(first).then().body("state", equalTo("LAPSED"));
    tasks().body("items", empty());
    awaitDuty(request, "DONE");
  }

  @Test
  void anAnswerThatIsGivenAnewWaitsForTheDayThatWasNamed() {
    LiveFeedbackRequest request = LiveFeedbackRequest.about(first, company.lead, company.stranger);
    LiveFeedback answer = request.answer(company.stranger, first, Map.of());
    request.open(company.lead).then().statusCode(200);
    answer.read(first).then().statusCode(200);
    answer.retract(company.stranger).then().statusCode(200);

    LiveFeedback second = request.answer(company.stranger, first, Map.of());
    second.read(first).then().statusCode(404);
    request.read(company.lead).then().body("actions", contains("openFeedbackRequest"));
  }

  @Test
  void aRequestOfWhoeverLeadsThePersonNoMoreIsNotAskedAgain() {
    LiveFeedbackRequest request = LiveFeedbackRequest.about(first, company.lead, company.stranger);
    LiveFeedback answer = request.answer(company.stranger, first, Map.of());
    moved();

    answer.retract(company.stranger).then().statusCode(200);

    request.read(first).then().body("state", equalTo("LAPSED"));
    tasks().body("items", empty());
  }

  @Test
  void whoeverAskedSeesThatTheAnswerIsHidden() {
    LiveFeedbackRequest request = LiveFeedbackRequest.about(first, company.lead, company.stranger);
    LiveFeedback answer = request.answer(company.stranger, first, Map.of());
    request.read(company.lead).then().body("answerState", equalTo("GIVEN"));
    request.read(first).then().body("$", not(hasKey("answerState")));
    clock.set(clock.instant().plus(Duration.ofDays(62)));
    answer.open(first, "HR").then().statusCode(200);

    answer.hide(company.hr).then().statusCode(200);

    answer.read(company.lead).then().statusCode(404);
    request
        .read(company.lead)
        .then()
        .body("state", equalTo("GIVEN"))
        .body("answerState", equalTo("HIDDEN"))
        .body("$", not(hasKey("feedbackId")));
    for (Person party : List.of(first, company.stranger)) {
      request.read(party).then().body("feedbackId", equalTo(answer.id()));
      answer.read(party).then().body("removal.reason", equalTo("OFFENSIVE"));
    }
  }

  @Test
  void noAnswerGoesToWhoeverLedThePersonUntilNowThoughNobodyHasLookedYet() {
    LiveFeedbackRequest request = LiveFeedbackRequest.about(first, company.lead, company.stranger);
    moved();

    give(
            company.stranger,
            critique(
                Map.of("requestId", request.id(), "visibility", "RECIPIENT_AND_MANAGER"), first))
        .then()
        .statusCode(409);

    LiveFeedback given =
        given(company.stranger, critique(Map.of("visibility", "RECIPIENT_AND_MANAGER"), first));
    given.read(company.lead).then().statusCode(404);
    given.read(company.hrElsewhere).then().statusCode(200).body("relations", contains("READER"));
  }

  /** As an import leaves the lines, before anything that follows from it is looked at. */
  private void moved() {
    Tables.execute(
        "update reporting_line set above = '%s' where employee = '%s' and above = '%s'"
            .formatted(
                LiveAppeal.idOf(company.hrElsewhere),
                LiveAppeal.idOf(first),
                LiveAppeal.idOf(company.lead)));
  }

  private LiveFeedback answered(LiveFeedbackRequest request) {
    return given(company.stranger, critique(Map.of("requestId", request.id()), first));
  }

  private ValidatableResponse tasks() {
    return company.stranger.ask().get("/v1/tasks?kind=FEEDBACK_REQUEST").then().statusCode(200);
  }

  private static void awaitDuty(LiveFeedbackRequest request, String state) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "duty where subject = '%s' and state = '%s'".formatted(request.id(), state))
                    == 1);
  }
}
