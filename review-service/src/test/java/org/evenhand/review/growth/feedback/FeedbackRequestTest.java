package org.evenhand.review.growth.feedback;

import static org.awaitility.Awaitility.await;
import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.give;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.evenhand.review.live.LiveFeedback.recognition;
import static org.evenhand.review.live.LiveFeedbackRequest.about;
import static org.evenhand.review.live.LiveFeedbackRequest.ask;
import static org.evenhand.review.live.LiveFeedbackRequest.asked;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveFeedbackRequest;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking colleagues, about oneself or about a report, and what comes of it. */
@QuarkusTest
class FeedbackRequestTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject TestClock clock;

  private Company company;
  private Person first;
  private Person second;

  @BeforeEach
  void found() {
    company = Company.of(2);
    first = company.staff.get(0);
    second = company.staff.get(1);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  /** Trap: a request that is in nobody's list (Horilla 881). */
  @Test
  void aRequestIsInTheListsOfAllItsPeopleAndATaskOfWhoeverIsAsked() {
    LiveFeedbackRequest own = asked(first, company.stranger, Map.of());
    LiveFeedbackRequest ofReport = about(first, company.lead, company.stranger);

    listed(company.stranger).body("items.id", contains(own.id(), ofReport.id()));
    listed(first).body("items.id", contains(own.id(), ofReport.id()));
    listed(company.lead).body("items.id", contains(ofReport.id()));
    for (Person other : List.of(second, company.chief, company.hr, company.hrLead)) {
      listed(other).body("items", empty());
      own.read(other).then().statusCode(404);
    }
    tasks(company.stranger)
        .body("items.subject", contains(own.path(), ofReport.path()))
        .body("items[0].operations", contains("giveFeedback", "declineFeedbackRequest"));

    own.decline(first).then().statusCode(403);
    own.decline(company.stranger).then().statusCode(200).body("state", equalTo("DECLINED"));
    own.decline(company.stranger).then().statusCode(409);
    ofReport.answer(company.stranger, first, Map.of());
    tasks(company.stranger).body("items", empty());
    awaitDuty(own, "DONE");
    awaitDuty(ofReport, "DONE");
    listed(company.lead).body("items.state", contains("GIVEN"));
  }

  @Test
  void whoeverAsksAboutThemselfReadsTheAnswerAtOnce() {
    LiveFeedbackRequest own = asked(first, company.stranger, Map.of());
    give(company.lead, recognition(Map.of("requestId", own.id()), first))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/requestId"));
    give(company.stranger, recognition(Map.of("requestId", own.id()), second))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/recipientIds"));

    LiveFeedback answer =
        given(company.stranger, recognition(Map.of("requestId", own.id()), first));

    answer.read(first).then().statusCode(200).body("requestId", equalTo(own.id()));
    own.read(first).then().body("state", equalTo("GIVEN")).body("feedbackId", equalTo(answer.id()));
    give(company.stranger, recognition(Map.of("requestId", own.id()), first))
        .then()
        .statusCode(409);
    company.stranger.ask().get(own.path()).then().body("actions", empty());
  }

  @Test
  void aReportSeesAtOnceThatItWasAskedAndTheAnswerOnTheDayThatWasNamed() {
    LiveFeedbackRequest request = about(first, company.lead, company.stranger);
    request
        .read(first)
        .then()
        .statusCode(200)
        .body("asker.name", equalTo(company.lead.name()))
        .body("asked.name", equalTo(company.stranger.name()))
        .body("askedAt", notNullValue())
        .body("question", nullValue())
        .body("relations", contains("ABOUT"));
    preview(request, first)
        .body("readers.name", contains(company.lead.name()))
        .body("opensAt", notNullValue());
    give(
            company.stranger,
            critique(Map.of("requestId", request.id(), "visibility", "RECIPIENT"), first))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/visibility"));

    LiveFeedback answer = request.answer(company.stranger, first, Map.of());

    answer.read(company.lead).then().statusCode(200).body("relations", contains("READER"));
    answer.read(company.stranger).then().statusCode(200).body("opensAt", notNullValue());
    answer.read(first).then().statusCode(404);
    first.ask().get("/v1/feedback?relation=RECIPIENT").then().body("items", empty());
    request.read(first).then().body("state", equalTo("GIVEN")).body("feedbackId", nullValue());

    clock.set(clock.instant().plus(Duration.ofDays(62)));
    answer.read(first).then().statusCode(200).body("behaviour", notNullValue());
    request.read(first).then().body("question", notNullValue());
  }

  @Test
  void theNextResultThatIsSharedOpensTheAnswersBefore() {
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(first);
    LiveFeedbackRequest request = about(first, company.lead, company.stranger);
    LiveFeedback answer = request.answer(company.stranger, first, Map.of());
    review.conclude(company.lead, 3);
    cycle.reviewOf(second).conclude(company.lead, 3);
    cycle.calibrate();
    answer.read(first).then().statusCode(404);

    cycle.share();

    answer.read(first).then().statusCode(200).body("relations", contains("RECIPIENT"));
    request
        .read(first)
        .then()
        .body("question", notNullValue())
        .body("feedbackId", equalTo(answer.id()));
    LiveFeedback later =
        about(first, company.lead, company.stranger).answer(company.stranger, first, Map.of());
    later.read(first).then().statusCode(404);
    // What was read isn't closed by looking at the result again.
    review
        .post(company.hr, "reopening", Map.of("reason", "A release was left out"))
        .then()
        .statusCode(200);
    review.post(company.lead, "reopening/countersignature", Map.of()).then().statusCode(200);
    answer.read(first).then().statusCode(200);
    later.read(first).then().statusCode(404);
  }

  @Test
  void whoeverAskedOpensTheAnswerToTheReportBeforeItsDay() {
    LiveFeedbackRequest request = about(first, company.lead, company.stranger);
    request.open(company.lead).then().statusCode(409);
    LiveFeedback answer = request.answer(company.stranger, first, Map.of());
    request.read(company.lead).then().body("actions", contains("openFeedbackRequest"));
    request.read(company.stranger).then().body("actions", empty());
    request.open(company.stranger).then().statusCode(403);
    request.open(first).then().statusCode(403);
    answer.read(first).then().statusCode(404);

    request.open(company.lead).then().statusCode(200).body("actions", empty());

    answer.read(first).then().statusCode(200).body("behaviour", notNullValue());
    request.read(first).then().body("feedbackId", equalTo(answer.id()));
    request.open(company.lead).then().statusCode(409);
    LiveFeedbackRequest own = asked(first, company.stranger, Map.of());
    given(company.stranger, recognition(Map.of("requestId", own.id()), first));
    own.open(first).then().statusCode(409);
  }

  @Test
  void whoeverLeadsNobodyAsksAboutThemselfAndTenWaitForOnePersonAtMost() {
    ask(company.stranger, second, LiveFeedbackRequest.of(first, 60))
        .then()
        .statusCode(422)
        .body("type", endsWith("/feedback-not-possible"))
        .body("errors.pointer", contains("/aboutId"));
    ask(company.chief, second, LiveFeedbackRequest.of(first, 60))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/aboutId"));
    ask(company.lead, first, LiveFeedbackRequest.of(first, 60))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/askedId"));
    ask(first, first, Map.of()).then().statusCode(422);
    ask(company.lead, second, Map.of("aboutId", LiveAppeal.idOf(first)))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/opensOn"));
    ask(first, second, Map.of("question", "\u200b")).then().statusCode(400);

    LiveFeedbackRequest last = asked(first, company.stranger, Map.of());
    for (int i = 1; i < 10; i++) {
      asked(second, company.stranger, Map.of());
    }
    ask(first, company.stranger, Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/askedId"));
    last.decline(company.stranger).then().statusCode(200);
    asked(first, company.stranger, Map.of());
  }

  @Test
  void itLapsesOnItsDay() {
    LiveFeedbackRequest request =
        asked(first, company.stranger, Map.of("dueOn", Company.today().plusDays(7).toString()));
    clock.set(clock.instant().plus(Duration.ofDays(14)));
    await().atMost(SOON).until(() -> state(request).equals("LAPSED"));
    awaitDuty(request, "LAPSED");
    tasks(company.stranger).body("items", empty());
    give(company.stranger, recognition(Map.of("requestId", request.id()), first))
        .then()
        .statusCode(409);
  }

  @Test
  void itLapsesWhenOneOfItsPeopleLeavesAndStaysSoWhenTheyAreBack() {
    LiveFeedbackRequest toLeaver = asked(first, company.stranger, Map.of());
    LiveFeedbackRequest ofLeaver = asked(company.stranger, second, Map.of());
    LiveFeedbackRequest aboutLeaver = about(second, company.lead, first);
    LiveFeedbackRequest ofOthers = asked(first, company.hr, Map.of());

    Hris.takeIn(
        Hris.row(company.stranger.externalId(), "TERMINATE", Company.today().minusDays(1) + ""),
        Hris.row(second.externalId(), "TERMINATE", Company.today().minusDays(1) + ""));

    await().atMost(SOON).until(() -> state(toLeaver).equals("LAPSED"));
    awaitDuty(toLeaver, "LAPSED");
    awaitDuty(ofLeaver, "LAPSED");
    awaitDuty(aboutLeaver, "LAPSED");
    ofOthers.read(first).then().body("state", equalTo("ASKED"));

    Hris.takeIn(
        company
            .hire(
                company.stranger,
                company.chief,
                company.mark() + "-elsewhere",
                "EMPLOYEE",
                Company.today())
            .replace(",HIRE", ",REHIRE"));
    toLeaver.read(company.stranger).then().body("state", equalTo("LAPSED"));
    asked(first, company.stranger, Map.of());
    ask(first, second, Map.of()).then().statusCode(422);
  }

  @Test
  void itLapsesAlsoWhereWhoeverIsAskedIsHiredAnewBeforeAnybodyLooks() {
    Person leaver = company.person("LEAVER", "Hanna", "Vos", "employee");
    Hris.takeIn(company.hire(leaver, company.chief, company.mark() + "-elsewhere"));
    LiveFeedbackRequest toLeaver = asked(first, leaver, Map.of());
    Hris.takeIn(
        Company.leaves(leaver),
        company.rehire(leaver, company.chief, company.mark() + "-elsewhere"));
    await().atMost(SOON).until(() -> state(toLeaver).equals("LAPSED"));
    tasks(leaver).body("items", empty());
    LiveFeedbackRequest anew = asked(first, leaver, Map.of());
    Hris.takeIn(Company.stands(leaver, "ON_LEAVE", Company.today()));
    await()
        .atMost(SOON)
        .until(() -> Tables.count("due_work where kind = 'feedback-requests-of-movers'") == 0);
    assertEquals("ASKED", state(anew));
  }

  @Test
  void itPassesToNobodyWhileWhoeverIsAskedIsAway() {
    LiveFeedbackRequest request = asked(first, company.stranger, Map.of());
    status(company.stranger, "ON_LEAVE");
    // What somebody owes about themself waits for them: the kit passes it to nobody.
    assertEquals(
        1,
        Tables.count(
            "duty where subject = '%s' and state = 'DUE' and about = holder_id"
                .formatted(request.id())));
    for (Person other : List.of(company.chief, company.hrLead, company.hr)) {
      tasks(other).body("items.subject", not(hasItem(request.path())));
    }
    status(company.stranger, "ACTIVE");
    tasks(company.stranger).body("items.subject", contains(request.path()));
    given(company.stranger, recognition(Map.of("requestId", request.id()), first));
  }

  @Test
  void whoeverLeadsThePersonNoMoreIsAnsweredNoMoreAndKeepsWhatTheyRead() {
    LiveFeedback answer =
        about(first, company.lead, company.stranger).answer(company.stranger, first, Map.of());
    LiveFeedbackRequest open = about(first, company.lead, company.stranger);

    Hris.takeIn(
        first.externalId()
            + ",,,,"
            + company.hrElsewhere.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");

    await().atMost(SOON).until(() -> state(open).equals("LAPSED"));
    answer.read(company.lead).then().statusCode(200);
    answer.read(company.hrElsewhere).then().statusCode(404);
    open.read(first).then().statusCode(200);
  }

  @Test
  void theQuestionIsInNoEventAndNoAudit() {
    LiveFeedbackRequest request =
        asked(first, company.stranger, Map.of("question", "knot-in-the-mud"));
    String refused =
        give(company.stranger, recognition(Map.of("requestId", request.id()), second)).asString();
    request.decline(company.stranger).then().statusCode(200);
    awaitDuty(request, "DONE");

    assertFalse(refused.contains("knot-in-the-mud"));
    assertEquals(0, Tables.count("audit where content like '%knot-in-the-mud%'"));
    Events.ofTest()
        .all("evenhand.internal.duties")
        .forEach(event -> assertFalse(String.valueOf(event.value()).contains("knot")));
  }

  private ValidatableResponse preview(LiveFeedbackRequest request, Person about) {
    return company
        .stranger
        .ask()
        .body(
            Map.of(
                "kind",
                "CRITIQUE",
                "recipientIds",
                List.of(LiveAppeal.idOf(about)),
                "visibility",
                "RECIPIENT_AND_MANAGER",
                "requestId",
                request.id()))
        .post("/v1/feedback/preview")
        .then()
        .statusCode(200);
  }

  private static void status(Person person, String status) {
    Hris.takeIn(person.externalId() + ",".repeat(13) + status + ",," + Company.today() + ",CHANGE");
  }

  private static ValidatableResponse listed(Person person) {
    return person.ask().get("/v1/feedback-requests?limit=200").then().statusCode(200);
  }

  private static ValidatableResponse tasks(Person person) {
    return person.ask().get("/v1/tasks?kind=FEEDBACK_REQUEST").then().statusCode(200);
  }

  private String state(LiveFeedbackRequest request) {
    return request.read(first).path("state");
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
