package org.evenhand.review.growth.observation;

import static org.awaitility.Awaitility.await;
import static org.evenhand.review.live.LiveObservation.kept;
import static org.evenhand.review.live.LiveObservation.told;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is gathered during the year, who reads it when, and how a review comes to rest on it. */
@QuarkusTest
class ObservationTest {

  private static final List<String> CANARIES =
      List.of("heron-in-the-reeds", "bittern-at-dusk", "curlew-on-the-flat", "dunlin-in-reply");

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
  void whatSomebodyKeepsIsTheirsUntilTheyTellThePersonAndThenTheReviewersToo() {
    LiveObservation seen = kept(company.stranger, first);
    for (Person other : List.of(first, company.lead, company.chief, company.hr, company.hrLead)) {
      seen.read(other).then().statusCode(404);
      other.ask().get("/v1/observations").then().body("items.id", not(hasItem(seen.id())));
    }

    seen.tell(company.stranger)
        .then()
        .statusCode(200)
        .body("toldAt", notNullValue())
        .body("actions", contains("withdrawObservation"));

    seen.read(first)
        .then()
        .statusCode(200)
        .body("relations", contains("SUBJECT"))
        .body("author.name", equalTo(company.stranger.name()))
        .body("actions", containsInAnyOrder("replyToObservation", "citeObservation"));
    seen.read(company.lead).then().statusCode(200).body("relations", contains("REVIEWER"));
    for (Person other : List.of(company.chief, company.hr, company.hrLead, company.dotted)) {
      seen.read(other).then().statusCode(404);
    }
    seen.tell(company.stranger)
        .then()
        .statusCode(409)
        .body(
            "allowed",
            containsInAnyOrder("replyToObservation", "citeObservation", "withdrawObservation"));
  }

  @Test
  void nothingIsCitedBeforeThePersonWasToldAndNothingTwice() {
    LiveObservation.keep(company.lead, first, Map.of())
        .then()
        .statusCode(201)
        .body("relations", contains("AUTHOR", "REVIEWER"))
        .body("actions", contains("tellObservation", "withdrawObservation"));
    LiveObservation seen = kept(company.lead, first);
    seen.cite(company.lead, review).then().statusCode(409);
    seen.tell(company.lead).then().statusCode(200);

    seen.cite(company.lead, review)
        .then()
        .statusCode(200)
        .body("state", equalTo("CITED"))
        .body("citations.side", contains("REVIEWER"))
        .body("citations.reviewId", contains(review.id()))
        .body("actions", not(hasItem("citeObservation")));

    review
        .read(company.lead)
        .then()
        .body("state", equalTo("IN_PROGRESS"))
        .body("observations.id", contains(seen.id()))
        .body("observations.author.name", contains(company.lead.name()))
        .body("observations[0].gathered.toldAt", notNullValue());
    seen.cite(company.lead, review).then().statusCode(409);
    seen.withdraw(company.lead)
        .then()
        .statusCode(409)
        .body("allowed", containsInAnyOrder("replyToObservation", "citeObservation"));
  }

  @Test
  void aRevieweesCitingTakesNothingFromTheReviewerAndTheReviewHoldsItOnce() {
    LiveObservation seen = told(company.stranger, first);
    seen.cite(first, review).then().statusCode(200).body("citations.side", contains("SELF"));
    seen.cite(first, review).then().statusCode(409);

    seen.cite(company.lead, review)
        .then()
        .statusCode(200)
        .body("citations.side", contains("SELF", "REVIEWER"));

    review.read(company.lead).then().body("observations.id", contains(seen.id()));
    seen.reply(first, "Two of us")
        .then()
        .statusCode(200)
        .body("actions", contains("replyToObservation"));
    review.read(company.lead).then().body("observations[0].gathered.reply", equalTo("Two of us"));
  }

  @Test
  void whatACancelledReviewRestedOnCanBeCitedInTheNext() {
    LiveObservation seen = told(company.stranger, first);
    seen.cite(company.lead, review).then().statusCode(200);

    cycle.step(company.hr, "cancellation", Map.of("reason", "Reorganised")).then().statusCode(200);
    cycle.step(company.lead, "cancellation/countersignature").then().statusCode(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> seen.read(first).path("state").equals("KEPT"));

    seen.read(first).then().body("citations", empty());
    review.read(company.lead).then().statusCode(200).body("observations", empty());
    LiveReview next = LiveCycle.open(company, company.mark() + "-next").reviewOf(first);
    seen.cite(company.lead, next).then().statusCode(200).body("state", equalTo("CITED"));
  }

  @Test
  void itIsCitedInAReviewOfThePersonByThoseWhoWriteIt() {
    LiveObservation seen = told(company.stranger, first);
    seen.cite(company.stranger, review).then().statusCode(403);
    seen.cite(company.lead, cycle.reviewOf(second))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reviewId"));
    seen.cite(company.lead, new LiveReview("019a8c1e-6f00-7000-8000-000000000999"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reviewId"));

    // It is evidence of what the person was told of, as long as the policy has that criterion.
    seen.cite(company.lead, review, Map.of("criterion", "together"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/criterion"));
    seen.cite(company.lead, review).then().statusCode(200);
    review.read(company.lead).then().body("observations.criterion", contains("delivery"));

    LiveObservation late = told(company.stranger, first);
    review.conclude(company.lead, 3);
    late.cite(company.lead, review).then().statusCode(409);
  }

  @Test
  void aReplyTravelsWithItIntoTheReviewAndTheTrailUntilTheResultIsShared() {
    LiveObservation seen = told(company.stranger, first);
    seen.reply(company.stranger, "not mine to give").then().statusCode(403);
    seen.reply(first, "Two of us").then().statusCode(200).body("reply.text", equalTo("Two of us"));
    seen.cite(company.lead, review).then().statusCode(200);
    review.read(company.lead).then().body("observations[0].gathered.reply", equalTo("Two of us"));

    // Nobody cites and submits to be spared the answer.
    review.conclude(company.lead, 3);
    seen.reply(first, "Three of us").then().statusCode(200);
    review.read(company.lead).then().body("observations[0].gathered.reply", equalTo("Three of us"));

    cycle.calibrate();
    cycle.share();
    seen.reply(first, "Four of us").then().statusCode(409);
    first
        .ask()
        .get(review.path() + "/trail")
        .then()
        .statusCode(200)
        .body(
            "conclusion.ratings[0].observations[0].gathered.by.name",
            equalTo(company.stranger.name()))
        .body("conclusion.ratings[0].observations[0].gathered.reply", equalTo("Three of us"))
        .body("conclusion.ratings[0].observations[0].gathered.at", notNullValue());
    company
        .lead
        .ask()
        .get(review.path() + "/trail")
        .then()
        .body("steps.action", hasItems("observation-cited", "observation-replied"));
  }

  @Test
  void theEvidenceRuleCountsWhatWasSeenInTheRatedPeriodAlone() {
    for (int daysAgo : List.of(10, 20)) {
      told(company.stranger, first, Map.of("observedOn", day(daysAgo)))
          .cite(company.lead, review)
          .then()
          .statusCode(200);
    }
    for (int daysAgo : List.of(30, 700)) {
      told(second, first, Map.of("criterion", "together", "observedOn", day(daysAgo)))
          .cite(company.lead, review)
          .then()
          .statusCode(200);
    }
    review.rate(company.lead, "delivery", 5).then().statusCode(200);
    review.rate(company.lead, "together", 5).then().statusCode(200);
    review
        .submit(company.lead)
        .then()
        .statusCode(422)
        .body("type", endsWith("/evidence-missing"))
        .body("errors.pointer", contains("/ratings/together"));

    LiveObservation own =
        new LiveObservation(
            first
                .ask()
                .body(
                    Map.of(
                        "criterion", "together",
                        "situation", "A new colleague came",
                        "behaviour", "Sat beside her for two days",
                        "observedOn", day(5)))
                .post("/v1/observations")
                .path("id"));
    own.cite(first, review).then().statusCode(200);
    review.submit(company.lead).then().statusCode(200);

    String submitted =
        Events.ofTest()
            .await(
                Told.INTERNAL,
                1,
                event ->
                    review.id().equals(event.key())
                        && "org.evenhand.review.submitted.v1"
                            .equals(Events.header(event, "ce_type")))
            .get(0)
            .value();
    assertEquals(
        Map.of("observations", 4, "withImpact", 3, "criteriaWithout", 0, "daysSince", 5),
        JsonPath.from(submitted).getMap("evidence"));
  }

  @Test
  void theRevieweeCitesTheirOwnBesideTheirView() {
    LiveObservation own = kept(first, first);
    own.read(company.lead).then().statusCode(404);
    own.read(first).then().body("relations", contains("AUTHOR", "SUBJECT"));
    own.reply(first, "to myself").then().statusCode(403);

    own.cite(first, review).then().statusCode(200);

    review
        .read(company.lead)
        .then()
        .body("observations.author.name", contains(first.name()))
        .body("observations[0].gathered.toldAt", nullValue());
    own.read(company.lead).then().statusCode(404);

    LiveObservation shown = told(first, first);
    shown.read(company.lead).then().statusCode(200);
    shown.cite(company.lead, review).then().statusCode(200);
    shown.read(second).then().statusCode(404);
  }

  @Test
  void aReviewerFindsTheYearOfAReviewInOneRequest() {
    LiveObservation seen = told(company.stranger, first);
    LiveObservation own = told(company.lead, first);
    LiveObservation untold = kept(second, first);
    LiveObservation old = told(company.stranger, first, Map.of("observedOn", day(700)));
    LiveObservation ofAnother = told(company.stranger, second);
    LiveObservation withdrawn = told(company.stranger, first);
    withdrawn.withdraw(company.stranger).then().statusCode(200);
    seen.cite(company.lead, review).then().statusCode(200);

    String list = "/v1/observations?limit=200&review=" + review.id();
    company.lead.ask().get(list).then().body("items.id", contains(seen.id(), own.id()));
    first.ask().get(list).then().body("items.id", contains(seen.id(), own.id()));
    company.hr.ask().get(list).then().statusCode(200).body("items", empty());
    // Who may not know of the review learns by nothing whose it is.
    company.stranger.ask().get(list).then().statusCode(200).body("items", empty());
    second
        .ask()
        .get("/v1/observations")
        .then()
        .body("items.id", contains(untold.id(), ofAnother.id()));
    company
        .lead
        .ask()
        .get("/v1/observations?limit=1")
        .then()
        .body("items.id", contains(seen.id()))
        .body("next", notNullValue());
    company.lead.ask().get("/v1/observations").then().body("items.id", hasItem(old.id()));
    company.lead.ask().get("/v1/observations?review=x").then().statusCode(400);
  }

  @Test
  void whatIsTakenBackIsGoneAndNotHidden() {
    Map<String, Object> body =
        LiveObservation.seen(LiveAppeal.idOf(first), Map.of("situation", CANARIES.get(0)));
    LiveObservation seen = new LiveObservation(keepOnce(body).path("id"));
    seen.tell(company.stranger).then().statusCode(200);
    seen.withdraw(first).then().statusCode(403);
    seen.withdraw(company.stranger)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"))
        .body("situation", nullValue());

    seen.read(first).then().statusCode(200).body("behaviour", nullValue());
    seen.read(company.lead).then().statusCode(404);
    assertEquals(
        0, Tables.count("observation where id = '" + seen.id() + "' and words is not null"));
    seen.tell(company.stranger).then().statusCode(409).body("allowed", nullValue());
    assertFalse(keepOnce(body).asString().contains(CANARIES.get(0)));
  }

  /** A repeat is answered as it was the first time. */
  private Response keepOnce(Map<String, Object> body) {
    Response kept =
        company
            .stranger
            .ask()
            .header("Idempotency-Key", "once-" + company.mark())
            .body(body)
            .post("/v1/observations");
    kept.then().statusCode(201);
    return kept;
  }

  @Test
  void whatOneSeesOfThoseWhoLeadOneIsAViewFromBelow() {
    for (Person above : List.of(company.lead, company.chief, company.dotted)) {
      LiveObservation.keep(first, above, Map.of())
          .then()
          .statusCode(422)
          .body("type", endsWith("/observed-not-possible"))
          .body("errors.pointer", contains("/employeeId"));
    }
    LiveObservation.keep(company.chief, first, Map.of()).then().statusCode(201);
  }

  @Test
  void badInputIsNamedAndKeepsNothing() {
    long before = Tables.count("observation");
    LiveObservation.keep(company.lead, first, Map.of("criterion", "unheard"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/criterion-unknown"))
        .body("errors.pointer", contains("/criterion"));
    LiveObservation.keep(company.lead, first, Map.of("observedOn", day(-2)))
        .then()
        .statusCode(422)
        .body("type", endsWith("/observed-in-future"));
    LiveObservation.keep(company.lead, first, Map.of("situation", "\u200b"))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/situation"));
    LiveObservation.keep(company.lead, first, Map.of("impact", "a".repeat(8001)))
        .then()
        .statusCode(400);
    LiveObservation.keep(
            company.lead, first, Map.of("employeeId", "019a8c1e-6f00-7000-8000-000000000999"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));
    LiveObservation.keep(company.lead, first, Map.of("author", "me")).then().statusCode(400);
    assertEquals(before, Tables.count("observation"));
  }

  @Test
  void aDayIsADayAtThePlaceOfThePerson() {
    String place = company.mark() + " Alofi";
    Hris.takeIn(
        first.externalId() + ",".repeat(9) + place + ",".repeat(6) + Company.today() + ",CHANGE");
    Hris.asHris()
        .contentType("application/json")
        .body(
            Map.of("zone", "Pacific/Niue", "weekend", List.of("SATURDAY"), "exceptions", List.of()))
        .put("/v1/site-calendars/{at}", place)
        .then()
        .statusCode(201);
    LocalDate today = Company.today();
    clock.set(today.atTime(5, 0).toInstant(ZoneOffset.UTC));

    LiveObservation.keep(company.lead, first, Map.of("observedOn", today.toString()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/observedOn"));
    LiveObservation.keep(company.lead, second, Map.of("observedOn", today.toString()))
        .then()
        .statusCode(201);
  }

  @Test
  void aKeyIsUsedOnceAndAStaleReadOverwritesNothing() {
    Map<String, Object> body = LiveObservation.seen(LiveAppeal.idOf(first), Map.of());
    String id =
        company
            .lead
            .ask()
            .header("Idempotency-Key", "k-" + company.mark())
            .body(body)
            .post("/v1/observations")
            .path("id");
    company
        .lead
        .ask()
        .header("Idempotency-Key", "k-" + company.mark())
        .body(body)
        .post("/v1/observations")
        .then()
        .statusCode(201)
        .body("id", equalTo(id));
    LiveObservation seen = new LiveObservation(id);
    String read = seen.read(company.lead).header("ETag");
    company.lead.ask().post(seen.path() + "/telling").then().statusCode(428);
    seen.tell(company.lead).then().statusCode(200);
    company
        .lead
        .ask()
        .header("If-Match", read)
        .post(seen.path() + "/withdrawal")
        .then()
        .statusCode(412);
  }

  @Test
  void aSampleNamesNeitherTheAuthorNorThirdPeople() {
    told(
            company.stranger,
            first,
            Map.of(
                "situation", "Cas Bergström and Bojan Yordanov were at odds",
                "behaviour", "Aafke sat down with both",
                "impact", "bergström and bojan spoke again"))
        .cite(company.lead, review)
        .then()
        .statusCode(200);
    LiveObservation replied = told(second, first);
    replied.reply(first, "Cas helped me with Bojan").then().statusCode(200);
    replied.cite(company.lead, review).then().statusCode(200);
    review.conclude(company.lead, 3);
    cycle.calibrate();

    String sample =
        new LiveSession(cycle).claim(review).then().statusCode(200).extract().asString();

    for (String name : List.of("Cas", "Berg", "berg", "Bojan", "bojan", "Yordanov", "Aafke")) {
      assertFalse(sample.contains(name), () -> name + " in " + sample);
    }
    assertTrue(sample.contains("spoke again"), sample);
    assertTrue(sample.contains("helped me with"), sample);
  }

  @Test
  void itsWordsAreInNoEventAndNoAudit() {
    LiveObservation seen =
        told(
            company.stranger,
            first,
            Map.of(
                "situation", CANARIES.get(0),
                "behaviour", CANARIES.get(1),
                "impact", CANARIES.get(2)));
    seen.reply(first, CANARIES.get(3)).then().statusCode(200);
    String refused = seen.cite(company.lead, cycle.reviewOf(second)).asString();
    seen.cite(company.lead, review).then().statusCode(200);
    review.conclude(company.lead, 3);
    review.read(company.lead).then().body("observations.situation", contains(CANARIES.get(0)));

    new Told(cycle).of(Told.INTERNAL, review.id(), 3);
    for (String canary : CANARIES) {
      for (String topic : List.of(Told.INTERNAL, "evenhand.internal.duties")) {
        Events.ofTest()
            .all(topic)
            .forEach(
                event ->
                    assertFalse(event.value() != null && event.value().contains(canary), topic));
      }
      assertEquals(0, Tables.count("audit where content like '%" + canary + "%'"), canary);
      assertFalse(refused.contains(canary));
    }
    company
        .auditor
        .ask()
        .get(review.path() + "/trail")
        .then()
        .statusCode(200)
        .body("conclusion.ratings", nullValue())
        .body("steps.action", hasItem(containsString("cited")));
    company.lead.ask().get("/v1/observations").then().body("items", hasSize(1));
  }

  private static String day(int daysAgo) {
    return Company.today().minusDays(daysAgo).toString();
  }
}
