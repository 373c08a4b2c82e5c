package org.evenhand.review.growth.feedback;

import static org.evenhand.review.live.LiveFeedback.critique;
import static org.evenhand.review.live.LiveFeedback.give;
import static org.evenhand.review.live.LiveFeedback.given;
import static org.evenhand.review.live.LiveFeedback.recognition;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveFeedback;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people say to each other, who reads it, and what becomes of it. */
@QuarkusTest
class FeedbackTest {

  private static final String TOPIC = "evenhand.development";
  private static final Map<String, Object> TO_MANAGER =
      Map.of("visibility", "RECIPIENT_AND_MANAGER");
  private static final Map<String, Object> TO_ALL = Map.of("visibility", "PUBLIC");

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

  @Test
  void whoeverWritesIsToldBeforeWhoReadsItAndThoseDoAndNobodyElse() {
    company
        .stranger
        .ask()
        .body(
            Map.of(
                "kind", "CRITIQUE",
                "recipientIds", List.of(LiveAppeal.idOf(first)),
                "visibility", "RECIPIENT_AND_MANAGER"))
        .post("/v1/feedback/preview")
        .then()
        .statusCode(200)
        .body("recipients.name", contains(first.name()))
        .body("readers.name", contains(company.lead.name()))
        .body("everybody", equalTo(false));

    LiveFeedback given = given(company.stranger, critique(TO_MANAGER, first));

    given.read(company.stranger).then().body("relations", contains("AUTHOR"));
    given
        .read(first)
        .then()
        .body("relations", contains("RECIPIENT"))
        .body("author.name", equalTo(company.stranger.name()))
        .body("wish", equalTo("Say that it takes longer"))
        .body("opened.readers.name", contains(company.lead.name()))
        .body("actions", containsInAnyOrder("openFeedback", "citeFeedback"));
    given.read(company.lead).then().body("relations", contains("READER"));
    unknownTo(given, second, company.chief, company.hr, company.hrLead, company.dotted);

    LiveFeedback alone = given(company.stranger, critique(Map.of(), first));
    alone.read(first).then().statusCode(200).body("opened.readers", empty());
    unknownTo(alone, company.lead, company.hr);
  }

  @Test
  void onlyTheRecipientOpensItFurther() {
    LiveFeedback given = given(company.stranger, critique(Map.of(), first));
    given.open(company.stranger, "MANAGER").then().statusCode(403);

    given
        .open(first, "MANAGER")
        .then()
        .statusCode(200)
        .body("opened.readers.name", contains(company.lead.name()));
    given.read(company.lead).then().statusCode(200).body("opened", nullValue());
    given.open(company.lead, "MANAGER").then().statusCode(403);
    given.open(first, "EVERYBODY").then().statusCode(422).body("errors.pointer", contains("/to"));
    given(first, critique(Map.of(), company.chief))
        .open(company.chief, "MANAGER")
        .then()
        .statusCode(422)
        .body("type", endsWith("/feedback-not-possible"));
  }

  @Test
  void recognitionOfSeveralIsPublicOnceAllOfThemHaveItSoAndThenReadByEverybodyInPages() {
    LiveFeedback given = given(company.lead, recognition(Map.of(), first, second));
    given.read(second).then().body("recipients", hasSize(2));
    given.open(first, "EVERYBODY").then().statusCode(200).body("opened.everybody", equalTo(true));
    unknownTo(given, company.stranger);

    given.open(second, "EVERYBODY").then().statusCode(200);
    LiveFeedback written = given(company.lead, recognition(TO_ALL, second));

    String mine = "/v1/feedback?relation=PUBLIC&limit=200";
    for (Person anybody : List.of(company.stranger, company.hrElsewhere, company.chief)) {
      given.read(anybody).then().statusCode(200).body("relations", hasItem("PUBLIC"));
    }
    List<String> wall = company.stranger.ask().get(mine).path("items.id");
    assertTrue(wall.indexOf(given.id()) < wall.indexOf(written.id()), "by time alone");
    String next = company.stranger.ask().get("/v1/feedback?relation=PUBLIC&limit=1").path("next");
    company
        .stranger
        .ask()
        .get("/v1/feedback?relation=PUBLIC&limit=1&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void thereAreNoPointsAndNoLeaderBoard() {
    given(company.lead, recognition(TO_ALL, first));
    company
        .stranger
        .ask()
        .get("/v1/feedback?relation=PUBLIC&limit=1")
        .then()
        .statusCode(200)
        .body("keySet()", everyItem(in(List.of("items", "next"))));
    company.stranger.ask().get("/v1/feedback?sort=count").then().statusCode(400);
    give(company.lead, recognition(Map.of("points", 5), first)).then().statusCode(400);
  }

  @Test
  void badInputIsNamedAndGivesNothing() {
    long before = Tables.count("feedback");
    give(company.lead, recognition(Map.of("wish", "more of it"), first))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/wish"));
    give(company.lead, critique(Collections.singletonMap("impact", null), first))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/impact"));
    give(company.lead, recognition(Map.of(), first, company.lead))
        .then()
        .statusCode(422)
        .body("type", endsWith("/feedback-not-possible"))
        .body("errors.pointer", contains("/recipientIds/1"));
    give(company.lead, recognition(Map.of("behaviour", "\u200b"), first))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/behaviour"));
    give(company.lead, recognition(Map.of("behaviour", "a".repeat(8001)), first))
        .then()
        .statusCode(400);
    give(
            company.lead,
            recognition(
                Map.of("recipientIds", Collections.nCopies(11, LiveAppeal.idOf(first))), first))
        .then()
        .statusCode(400);
    give(company.lead, recognition(Map.of("anonymous", true), first)).then().statusCode(400);
    assertEquals(before, Tables.count("feedback"));
  }

  @Test
  void itsAuthorAddsToItAndTakesItBackWithin24HoursAndThenItsWordsAreGone() {
    LiveFeedback given = given(company.stranger, critique(TO_MANAGER, first));
    given.add(first, "not mine").then().statusCode(403);
    given
        .add(company.stranger, "It was Cas who began it")
        .then()
        .statusCode(200)
        .body("state", equalTo("ADDED_TO"));
    given.read(first).then().body("additions.text", contains("It was Cas who began it"));

    clock.set(clock.instant().plus(Duration.ofHours(24)));
    given
        .retract(company.stranger)
        .then()
        .statusCode(409)
        .body("allowed", not(hasItem("retractFeedback")));
    clock.reset();
    given.retract(first).then().statusCode(403);
    given.retract(company.stranger).then().statusCode(200).body("state", equalTo("RETRACTED"));

    given
        .read(first)
        .then()
        .statusCode(200)
        .body("removal.at", notNullValue())
        .body("$", not(hasKey("behaviour")))
        .body("additions", empty())
        .body("actions", empty());
    first.ask().get("/v1/feedback").then().body("items.id", hasItem(given.id()));
    unknownTo(given, company.lead);
    given.add(company.stranger, "more").then().statusCode(409);
  }

  /** Trap: "removed" feedback that is only hidden, and returns. */
  @Test
  void whatHrHasHiddenNeverReturns() {
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(first);
    Map<String, Object> body =
        critique(Map.of("behaviour", "grebe-by-the-weir", "criterion", "delivery"), first);
    LiveFeedback given = new LiveFeedback(repeatable(company.stranger, body).path("id"));
    given.open(first, "MANAGER").then().statusCode(200);
    given.cite(first, review, Map.of()).then().statusCode(200);
    unknownTo(given, company.hr);
    given.open(first, "HR").then().statusCode(200).body("opened.hr", equalTo(true));
    company.hr.ask().get("/v1/feedback?relation=HR").then().body("items.id", contains(given.id()));
    unknownTo(given, company.hrElsewhere, company.hrInChain, company.hrLeadInChain);
    review.read(company.lead).then().body("observations.behaviour", contains("grebe-by-the-weir"));

    given
        .hide(company.hr)
        .then()
        .statusCode(200)
        .body("state", equalTo("HIDDEN"))
        .body("behaviour", nullValue());

    for (Person party : List.of(company.stranger, first)) {
      given
          .read(party)
          .then()
          .statusCode(200)
          .body("removal.reason", equalTo("OFFENSIVE"))
          .body("removal.role", equalTo("hr"))
          .body("behaviour", nullValue())
          .body("actions", empty());
      party.ask().get("/v1/feedback").then().body("items.id", not(hasItem(given.id())));
      party
          .ask()
          .get("/v1/feedback?state=HIDDEN")
          .then()
          .body("items.id", contains(given.id()))
          .body("items[0].behaviour", nullValue());
    }
    unknownTo(given, company.lead, company.hr, company.hrLead);
    review.read(company.lead).then().body("observations", empty());
    given.cite(first, review, Map.of()).then().statusCode(409);
    given.open(first, "MANAGER").then().statusCode(409);
    repeatable(company.stranger, body)
        .then()
        .statusCode(201)
        .header("Location", endsWith(given.path()));
    for (String table : List.of("feedback f", "review f", "idempotency f", "audit f")) {
      assertEquals(
          0, Tables.count(table + " where cast(f as text) like '%grebe-by-the-weir%'"), table);
    }
  }

  @Test
  void whatIsHiddenIsGoneFromEarlierRevisionsToo() {
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(first);
    LiveFeedback given =
        given(company.stranger, critique(Map.of("behaviour", "grebe-once-more"), first));
    given.cite(first, review, Map.of("criterion", "together")).then().statusCode(200);
    review.conclude(company.lead, 3);
    review
        .post(company.hr, "reopening", Map.of("reason", "A release was left out"))
        .then()
        .statusCode(200);
    review.post(company.lead, "reopening/countersignature", Map.of()).then().statusCode(200);
    given.open(first, "HR").then().statusCode(200);

    given.hide(company.hrLead).then().statusCode(200).body("removal.role", equalTo("hr-lead"));

    assertEquals(
        0,
        Tables.count(
            "review r where r.id = '%s' and cast(r as text) like '%%grebe-once-more%%'"
                .formatted(review.id())));
    String trail = company.lead.ask().get(review.path() + "/trail").asString();
    assertTrue(trail.contains("feedback-taken-out"), trail);
  }

  @Test
  void hrHidesWhatIsPublicButNothingOfTheirOwnChain() {
    LiveFeedback ofChief = given(company.chief, recognition(TO_ALL, first));
    ofChief.hide(company.hr).then().statusCode(403);
    LiveFeedback ofPeer = given(company.stranger, recognition(TO_ALL, first, company.hr));
    ofPeer.hide(company.hr).then().statusCode(403);
    ofPeer.hide(company.hrLead).then().statusCode(200);
    unknownTo(ofPeer, company.lead);
    company
        .lead
        .ask()
        .get("/v1/feedback?relation=PUBLIC&limit=200")
        .then()
        .body("items.id", not(hasItem(ofPeer.id())));
  }

  @Test
  void theRevieweeCitesWhatTheyWereGivenAndNoLevelRestsOnIt() {
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(first);
    LiveFeedback given =
        given(company.stranger, recognition(Map.of("behaviour", "Cas thanked Bojan"), first));
    given.read(company.lead).then().statusCode(404);
    given
        .cite(first, review, Map.of())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/criterion"));
    given
        .cite(first, cycle.reviewOf(second), Map.of("criterion", "delivery"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reviewId"));

    given
        .cite(first, review, Map.of("criterion", "delivery"))
        .then()
        .statusCode(200)
        .body("opened.citedIn", contains(review.id()));
    given
        .cite(first, review, Map.of("criterion", "delivery"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reviewId"));
    given(second, critique(Map.of("criterion", "delivery"), first))
        .cite(first, review, Map.of())
        .then()
        .statusCode(200);

    review
        .read(company.lead)
        .then()
        .body("observations.author.name", contains(company.stranger.name(), second.name()))
        .body("observations.observedOn", hasItem(Company.today().toString()))
        .body("observations[1].gathered.feedback.wish", equalTo("Say that it takes longer"));
    // Two of them for one criterion would be the evidence that the level needs.
    review.rate(company.lead, "delivery", 5).then().statusCode(200);
    review.rate(company.lead, "together", 3).then().statusCode(200);
    review
        .submit(company.lead)
        .then()
        .statusCode(422)
        .body("type", endsWith("/evidence-missing"))
        .body("errors.pointer", contains("/ratings/delivery"));

    review.rate(company.lead, "delivery", 3).then().statusCode(200);
    review.submit(company.lead).then().statusCode(200);
    cycle.calibrate();
    String sample =
        new LiveSession(cycle).claim(review).then().statusCode(200).extract().asString();
    for (String name : List.of("Cas", "Bojan", "Bergström")) {
      assertFalse(sample.contains(name), () -> name + " in " + sample);
    }
    assertTrue(sample.contains("thanked"), sample);
  }

  @Test
  void aReviewerFindsWhatWasOpenedToThemOfTheRatedPeriodInOneRequest() {
    LiveFeedback opened = given(company.stranger, critique(TO_MANAGER, first));
    LiveFeedback closed = given(company.stranger, critique(Map.of(), first));
    LiveFeedback open = given(second, recognition(TO_ALL, first));
    LiveFeedback ofAnother = given(company.stranger, critique(TO_MANAGER, second));
    LiveFeedback retracted = given(company.stranger, critique(TO_MANAGER, first));
    retracted.retract(company.stranger).then().statusCode(200);
    LiveFeedback old = given(company.stranger, critique(TO_MANAGER, first));
    Tables.execute(
        "update feedback set given_at = given_at - interval '2 years' where id = '%s'"
            .formatted(old.id()));
    LiveReview review = LiveCycle.open(company).reviewOf(first);

    String list = "/v1/feedback?limit=200&review=" + review.id();
    company.lead.ask().get(list).then().body("items.id", contains(opened.id(), open.id()));
    first.ask().get(list).then().body("items.id", contains(opened.id(), closed.id(), open.id()));
    // Who may not know of the review learns by nothing whose it is.
    company.stranger.ask().get(list).then().statusCode(200).body("items", empty());
    second
        .ask()
        .get("/v1/feedback?relation=RECIPIENT")
        .then()
        .body("items.id", contains(ofAnother.id()));
    company.lead.ask().get("/v1/feedback?review=x").then().statusCode(400);
  }

  @Test
  void subscribersHearOfOneMoreAndOneLessWithoutAWord() {
    LiveFeedback given =
        given(
            company.lead,
            recognition(
                Map.of("behaviour", "plover-on-the-shingle", "value", "plover-values"),
                first,
                second));
    given.add(company.lead, "plover-again").then().statusCode(200);
    given.retract(company.lead).then().statusCode(200);

    List<ConsumerRecord<String, String>> told =
        Events.ofTest().await(TOPIC, 2, event -> given.id().equals(event.key()));
    told.forEach(EventSchemas::check);
    assertEquals(
        List.of("org.evenhand.feedback.given.v1", "org.evenhand.feedback.removed.v1"),
        told.stream().map(event -> Events.header(event, "ce_type")).toList());
    assertTrue(
        Stream.of(first, second, company.lead)
            .map(LiveAppeal::idOf)
            .allMatch(told.get(0).value()::contains));
    Stream.of(TOPIC, "evenhand.internal.duties")
        .flatMap(topic -> Events.ofTest().all(topic).stream())
        .forEach(
            event -> assertFalse(String.valueOf(event.value()).contains("plover"), event::value));
    for (String table : List.of("audit f", "feedback f", "due_work f")) {
      assertEquals(0, Tables.count(table + " where cast(f as text) like '%plover%'"), table);
    }
  }

  @Test
  void aKeyIsUsedOnceAndAStaleReadOverwritesNothing() {
    Map<String, Object> body = recognition(Map.of(), first);
    String key = "k-" + company.mark();
    String id =
        company
            .lead
            .ask()
            .header("Idempotency-Key", key)
            .body(body)
            .post("/v1/feedback")
            .path("id");
    company
        .lead
        .ask()
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/feedback")
        .then()
        .statusCode(201)
        .body("id", equalTo(id));
    LiveFeedback given = new LiveFeedback(id);
    String read = given.read(first).header("ETag");
    first
        .ask()
        .body(Map.of("to", "MANAGER"))
        .post(given.path() + "/opening")
        .then()
        .statusCode(428);
    given.add(company.lead, "more").then().statusCode(200);
    first
        .ask()
        .header("If-Match", read)
        .body(Map.of("to", "MANAGER"))
        .post(given.path() + "/opening")
        .then()
        .statusCode(412);
  }

  @Test
  void whenTheManagerChangesTheNextOneReadsWhatTheRecipientOpens() {
    LiveFeedback given = given(company.stranger, critique(TO_MANAGER, first));

    Hris.takeIn(
        first.externalId()
            + ",,,,"
            + company.hrElsewhere.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");

    given.read(company.lead).then().statusCode(200);
    unknownTo(given, company.hrElsewhere);
    given
        .open(first, "MANAGER")
        .then()
        .statusCode(200)
        .body(
            "opened.readers.name",
            containsInAnyOrder(company.lead.name(), company.hrElsewhere.name()));
    given.read(company.hrElsewhere).then().statusCode(200);
  }

  @Test
  void whoeverLeftIsGivenNothingAndFindsTheirOwnWhenTheyAreBack() {
    LiveFeedback received = given(company.stranger, critique(Map.of(), second));
    LiveFeedback written = given(second, recognition(Map.of(), first));
    Hris.takeIn(Hris.row(second.externalId(), "TERMINATE", Company.today().minusDays(1) + ""));

    give(company.stranger, recognition(Map.of(), first, second))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/recipientIds/1"));
    received.read(second).then().statusCode(403);
    written.read(first).then().statusCode(200).body("author.name", equalTo(second.name()));

    Hris.takeIn(
        company
            .hire(second, company.lead, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));

    received.read(second).then().statusCode(200);
    received.open(second, "MANAGER").then().statusCode(200);
    written.read(second).then().body("relations", contains("AUTHOR"));
  }

  @Test
  void whatALeaverWroteIsOpenedCitedAndHiddenAsBefore() {
    LiveReview review = LiveCycle.open(company).reviewOf(first);
    LiveFeedback given = given(company.stranger, critique(Map.of("criterion", "delivery"), first));
    leaves(company.stranger);

    given.read(company.stranger).then().statusCode(403);
    given.open(first, "MANAGER").then().statusCode(200);
    given.cite(first, review, Map.of()).then().statusCode(200);
    given.open(first, "HR").then().statusCode(200);
    given.hide(company.hr).then().statusCode(200);
    review.read(company.lead).then().body("observations", empty());
  }

  @Test
  void whatALeaverWasGivenIsItsAuthorsToChangeAndOpensNoDoor() {
    LiveFeedback given = given(company.stranger, recognition(Map.of(), first, second));
    LiveFeedback open = given(company.stranger, recognition(TO_ALL, second));
    given.open(first, "EVERYBODY").then().statusCode(200);
    leaves(second);

    given.read(second).then().statusCode(403);
    unknownTo(given, company.lead, company.hr, company.hrLead);
    given.add(company.stranger, "more").then().statusCode(200);
    given.retract(company.stranger).then().statusCode(200);
    given.read(first).then().statusCode(200).body("state", equalTo("RETRACTED"));
    open.hide(company.hr).then().statusCode(200);
  }

  @Test
  void aReaderWhoLeftReadsAgainWhatWasOpenedToThemOnceTheyAreBackAndNothingElse() {
    LiveFeedback opened = given(company.stranger, critique(TO_MANAGER, company.hrInChain));
    LiveFeedback closed = given(company.stranger, critique(Map.of(), company.hrInChain));
    opened.read(first).then().statusCode(200).body("relations", contains("READER"));
    leaves(first);
    opened.read(first).then().statusCode(403);
    opened.read(company.hrInChain).then().statusCode(200);

    Hris.takeIn(
        company
            .hire(first, company.lead, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));

    opened.read(first).then().statusCode(200);
    unknownTo(closed, first);
  }

  private static void leaves(Person person) {
    Hris.takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().minusDays(1) + ""));
  }

  @Test
  void whoeverIsOnLeaveIsGivenFeedbackAndReadsItWhenTheyAreBack() {
    Hris.takeIn(second.externalId() + ",".repeat(13) + "ON_LEAVE,," + Company.today() + ",CHANGE");
    LiveFeedback given = given(company.stranger, recognition(Map.of(), second));
    Hris.takeIn(second.externalId() + ",".repeat(13) + "ACTIVE,," + Company.today() + ",CHANGE");
    given.read(second).then().statusCode(200).body("behaviour", notNullValue());
  }

  /** Validates nothing of the answer, which has no body once its words are gone. */
  private Response repeatable(Person who, Map<String, Object> body) {
    return RestAssured.given()
        .header("Authorization", who.token().bearer())
        .header("Idempotency-Key", "again-" + company.mark())
        .contentType("application/json")
        .body(body)
        .post("/v1/feedback");
  }

  private static void unknownTo(LiveFeedback given, Person... people) {
    for (Person person : people) {
      given.read(person).then().statusCode(404);
      person
          .ask()
          .get("/v1/feedback?limit=200")
          .then()
          .statusCode(200)
          .body("items.id", not(hasItem(given.id())));
    }
  }
}
