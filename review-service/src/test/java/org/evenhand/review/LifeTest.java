package org.evenhand.review;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.data.consume.Consumers;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LivePeerRequest;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.LiveSession;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/**
 * A cycle from the first observation to the answer to the result, as its people and a consumer see
 * it.
 */
@QuarkusTest
class LifeTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** Fields and words of what people wrote, rated and decided. */
  private static final List<String> CONTENT =
      List.of(
          "ordinal",
          "Ordinal",
          "level\"",
          "result\"",
          "label",
          "rationale",
          "ADJUST",
          "PRECEDENT",
          "Meets",
          "Exceeds",
          "Far above",
          "The move to the new store",
          "We shared the night shifts",
          "Half of the team was new",
          "A full year with",
          "A release was at risk",
          "comes nearest to the anchor",
          "Held against the precedents",
          "Two deliveries are missing",
          "Others plan by what was promised",
          "The bonus follows the level");

  @Inject Consumers consumers;

  private Company company;
  private Person adjusted;
  private Person confirmed;
  private LiveCycle cycle;
  private LiveSession session;
  private LiveReview ofAdjusted;
  private LiveReview ofConfirmed;
  private LiveReview ofDeferred;
  private LiveReview ofUnclaimed;

  @Test
  void aReviewIsWrittenCalibratedSharedAndAnswered() {
    opened();
    written();
    nobodyKnowsBeforeSharing();
    calibratedByOneSession();
    calibratedOnceOnly();
    shared();
    readAndAnswered();
    auditorsReadNoContent();
    reopenedAndShownAgain();
    told();
  }

  private void opened() {
    company = Company.of(5);
    adjusted = company.staff.get(0);
    confirmed = company.staff.get(1);
    cycle = LiveCycle.open(company);
    List<LiveReview> reviews = company.staff.stream().map(cycle::reviewOf).toList();
    ofAdjusted = reviews.get(0);
    ofConfirmed = reviews.get(1);
    ofDeferred = reviews.get(2);
    ofUnclaimed = reviews.get(3);
    reviews
        .get(4)
        .post(company.hr, "not-rated", Map.of("reason", "ON_LEAVE"))
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_RATED"))
        .body("ordinal", nullValue());
  }

  /** The id under which the lead finds a colleague whom they want to ask. */
  private String found(Person colleague) {
    return company
        .lead
        .ask()
        .queryParam("q", colleague.familyName() + " " + company.care())
        .get("/v1/people")
        .path("items.find { it.externalId == '%s' }.id".formatted(colleague.externalId()));
  }

  private void written() {
    waiting(adjusted, "SELF_REVIEW", 1);
    waiting(company.lead, "REVIEW", 4);
    ofAdjusted
        .contribute(adjusted, "SELF", "proud", "The move to the new store")
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"));
    assertEquals(LiveAppeal.idOf(confirmed), found(confirmed));
    LivePeerRequest.asked(adjusted, company.lead, ofAdjusted, confirmed, company.stranger);
    waiting(adjusted, "SELF_REVIEW", 0);
    waiting(confirmed, "PEER_CONTRIBUTION", 1);
    ofAdjusted
        .contribute(confirmed, "PEER", "beside", "We shared the night shifts")
        .then()
        .statusCode(200)
        .body("contributions.type", contains("PEER"))
        .body("ratings", nullValue());

    ofAdjusted.rate(company.lead, "delivery", 5).then().statusCode(200);
    ofAdjusted
        .submit(company.lead)
        .then()
        .statusCode(422)
        .body("type", containsString("/criterion-not-rated"))
        .body("errors.pointer", contains("/ratings/together"));
    ofAdjusted.rate(company.lead, "together", 5).then().statusCode(200);
    // One is in the rated period, one before it: neither criterion has its two.
    ofAdjusted.post(company.lead, "observations", LiveReview.observation("delivery", "Once", 9));
    ofAdjusted.post(company.lead, "observations", LiveReview.observation("delivery", "Old", 400));
    ofAdjusted
        .submit(company.lead)
        .then()
        .statusCode(422)
        .body("type", containsString("/evidence-missing"))
        .body("errors.pointer", contains("/ratings/delivery", "/ratings/together"));
    ofAdjusted
        .put(company.lead, "context-note", Map.of("text", "Half of the team was new"))
        .then()
        .statusCode(200);
    ofAdjusted
        .contribute(company.lead, "MANAGER", "seen", "A full year with " + adjusted.name())
        .then()
        .statusCode(200);
    ofAdjusted
        .post(
            company.lead,
            "observations",
            LiveReview.observation("together", adjusted.name() + " wrote to Utrecht in March", 30))
        .then()
        .statusCode(200);
    ofAdjusted.conclude(company.lead, 5);
    ofConfirmed.conclude(company.lead, 3);
    ofDeferred.conclude(company.lead, 4);
    ofUnclaimed.conclude(company.lead, 2);
    waiting(confirmed, "PEER_CONTRIBUTION", 0);
    waiting(company.lead, "REVIEW", 0);
  }

  private void nobodyKnowsBeforeSharing() {
    ofAdjusted
        .read(adjusted)
        .then()
        .body("ordinal", nullValue())
        .body("originalOrdinal", nullValue())
        .body("ratings", nullValue())
        .body("observations", nullValue())
        .body("submission", nullValue())
        .body("contributions.type", contains("SELF"));
    adjusted.ask().get("/v1/reviews").then().body("items.ordinal", contains(nullValue()));
    adjusted.ask().get(ofAdjusted.path() + "/trail").then().statusCode(404);
    company.lead.ask().get(ofAdjusted.path() + "/trail").then().statusCode(200);
    hrisReads().then().body("items", hasSize(0));
  }

  private void calibratedByOneSession() {
    session = new LiveSession(cycle);
    session.claim(ofAdjusted).then().statusCode(409);
    cycle.calibrate();

    Response samples = session.claim(ofAdjusted, ofConfirmed, ofDeferred);
    samples.then().statusCode(200).body("refused", hasSize(0)).body("samples", hasSize(3));
    String text = samples.asString();
    for (String secret :
        List.of(adjusted.givenName(), adjusted.familyName(), "Utrecht", company.care(), "March")) {
      assertFalse(text.contains(secret), secret);
    }
    assertTrue(text.contains("Half of the team was new"), text);
    assertEquals(text, session.claim(ofAdjusted, ofConfirmed, ofDeferred).asString());
    new LiveSession(cycle)
        .claim(ofAdjusted)
        .then()
        .body("samples", hasSize(0))
        .body("refused.reason", contains("is held by another session"));
    cycle.step(company.hr, "sharing").then().statusCode(409).body("errors", hasSize(1));

    session.adjusts(ofAdjusted, 4).confirms(ofConfirmed).defers(ofDeferred).locks(1);
    // Until the reasons can be had, nothing is applied and nothing lost.
    session.givesReasons(ofAdjusted, ofConfirmed, ofDeferred);
    assertEquals(List.of("session.applied"), new Told(cycle).of(Told.INTERNAL, session.id(), 1));
  }

  private void calibratedOnceOnly() {
    String version = ofAdjusted.etag(company.lead);
    session.locks(1);
    session.locks(2);
    await().atMost(SOON).until(() -> remaining() == 0);

    assertEquals(version, ofAdjusted.etag(company.lead));
    assertEquals(
        1,
        Tables.count(
            "audit where action = 'rating.calibrated' and aggregate_id = '%s'"
                .formatted(ofAdjusted.id())));
    ofAdjusted
        .read(company.lead)
        .then()
        .body("state", equalTo("CALIBRATED"))
        .body("submission.reviewer.name", equalTo(company.lead.name()))
        .body("observations.author.name", everyItem(equalTo(company.lead.name())))
        .body(
            "contributions.author.name",
            contains(adjusted.name(), confirmed.name(), company.lead.name()))
        .body("originalOrdinal", equalTo(5))
        .body("ordinal", equalTo(4))
        .body("calibrationChange.precedentId", equalTo(LiveSession.PRECEDENT))
        .body("calibrationChange.reason", equalTo(LiveSession.reason(ofAdjusted.id())));
    ofConfirmed.read(company.lead).then().body("state", equalTo("CALIBRATED"));
    ofDeferred.read(company.lead).then().body("state", equalTo("SUBMITTED"));
  }

  private void shared() {
    for (String topic : List.of(Told.RATINGS, Told.CURRENT)) {
      assertEquals(List.of(), new Told(cycle).all(topic), topic);
    }
    cycle
        .step(company.hr, "sharing")
        .then()
        .statusCode(200)
        .body("sharing[0].proposal.by.name", equalTo(company.hr.name()));
    waiting(company.lead, "SHARING_COUNTERSIGNATURE", 1);
    waiting(company.hr, "SHARING_COUNTERSIGNATURE", 0);
    cycle
        .step(company.hr, "sharing/countersignature")
        .then()
        .statusCode(422)
        .body("type", containsString("/same-person-twice"));
    cycle
        .step(company.hrLead, "sharing/countersignature")
        .then()
        .statusCode(422)
        .body("type", containsString("/same-side-twice"));
    cycle.share();
    for (LiveReview review : List.of(ofDeferred, ofUnclaimed)) {
      review
          .read(company.lead)
          .then()
          .body("state", equalTo("SHARED"))
          .body("calibration", equalTo("NOT_CALIBRATED"));
    }
    // Nobody has concluded it, so nothing is filled in.
    cycle.reviewOf(company.lead).read(company.hr).then().body("state", equalTo("NOT_STARTED"));
  }

  private void readAndAnswered() {
    ofAdjusted
        .read(adjusted)
        .then()
        .body("ordinal", equalTo(4))
        .body("originalOrdinal", equalTo(5));
    trail(adjusted)
        .body("policy.name", equalTo("Fair ratings"))
        .body("policy.criteria.weight", contains(60, 40))
        .body("conclusion.submitted.level.ordinal", equalTo(5))
        .body("conclusion.submitted.confirmedBy", equalTo(company.lead.name()))
        .body("conclusion.submitted.reviewer.name", equalTo(company.lead.name()))
        .body(
            "steps.find { it.action == 'review.submitted' }.by.name", equalTo(company.lead.name()))
        .body("conclusion.calibration", equalTo("CALIBRATED"))
        .body("conclusion.calibrated.decision", equalTo("ADJUST"))
        .body("conclusion.calibrated.reason", equalTo(LiveSession.reason(ofAdjusted.id())))
        .body("conclusion.calibrated.precedentId", equalTo(LiveSession.PRECEDENT))
        .body("conclusion.result.label", equalTo("Exceeds"))
        .body("conclusion.ratings[0].observations", hasSize(4))
        .body("pathways", hasSize(1))
        .body("outcomes.rewards", equalTo("The bonus follows the level"))
        .body("outcomes.recognition", equalTo("The unit hears of it"))
        .body("outcomes.remediation", equalTo("None without a talk before"))
        .body("conclusion.ratings[0].anchor", equalTo("Others plan by what was promised"))
        .body("conclusion.ratings[0].nextAnchor", nullValue())
        .body("steps.action", hasItem("rating.calibrated"))
        .body("steps.action", not(hasItem("contribution-written")));
    trail(company.auditor)
        .body("conclusion.result", nullValue())
        .body("conclusion.ratings", nullValue())
        .body("conclusion.calibrated.reason", nullValue())
        .body("conclusion.submitted.reviewer.id", notNullValue())
        .body("conclusion.submitted.reviewer.name", nullValue())
        .body("steps.by.name", everyItem(nullValue()))
        .body("steps.hash", everyItem(notNullValue()))
        .body("steps.action", hasItem("contribution-written"));
    waiting(company.lead, "SHARING_COUNTERSIGNATURE", 0);
    waiting(adjusted, "ACKNOWLEDGEMENT", 1);
    ofAdjusted
        .post(adjusted, "acknowledgement", Map.of("disagreement", "Two deliveries are missing"))
        .then()
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgement.disagreement", equalTo("Two deliveries are missing"));
    await().atMost(SOON).until(() -> hrisReads().<List<Integer>>path("items.ordinal").size() == 4);
    await()
        .atMost(SOON)
        .until(
            () ->
                hrisReads()
                    .<List<String>>path("items.findAll { it.disputed }.reviewId")
                    .equals(List.of(ofAdjusted.id())));
  }

  /** Whatever the auditor can ask for, after all has been written that can be. */
  private void auditorsReadNoContent() {
    List<String> paths =
        List.of(
            "/v1/me",
            "/v1/cycles",
            "/v1/site-calendars",
            "/v1/appeals",
            "/v1/remediation-exceptions",
            cycle.path(),
            ofAdjusted.path() + "/trail");
    assertEquals(
        Set.of(
            "getMe",
            "listCycles",
            "getCycle",
            "getTrail",
            "listRemediationExceptions",
            "listSiteCalendars",
            "getSiteCalendar",
            "listFreeDays",
            "listAppeals",
            "getAppeal"),
        Set.copyOf(
            RestAssured.get("/q/openapi?format=json")
                .<List<String>>path(
                    "paths.collect { it.value.get }.findAll { it != null }"
                        + ".findAll { it['x-roles'].contains('auditor') }.operationId")));
    for (String path : paths) {
      String all = company.auditor.ask().get(path).then().statusCode(200).extract().asString();
      for (String word : CONTENT) {
        assertFalse(all.contains(word), () -> path + " tells " + word + ": " + all);
      }
    }
  }

  private void reopenedAndShownAgain() {
    ofAdjusted
        .post(company.hr, "reopening", Map.of("reason", "Two deliveries were left out"))
        .then()
        .statusCode(200);
    ofAdjusted
        .read(company.lead)
        .then()
        .body("reopening.decision.proposal.by.name", equalTo(company.hr.name()));
    ofAdjusted
        .post(company.chief, "reopening/countersignature", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"))
        .body("revision", equalTo(2));
    ofAdjusted.rate(company.lead, "delivery", 3).then().statusCode(200);
    ofAdjusted.rate(company.lead, "together", 3).then().statusCode(200);
    ofAdjusted.submit(company.lead).then().statusCode(200).body("ordinal", equalTo(3));

    ofAdjusted.read(adjusted).then().body("ordinal", nullValue());
    trail(adjusted).body("conclusion", nullValue()).body("earlier.result.ordinal", contains(4));
    hrisReads().then().body(ordinalOfAdjusted(), equalTo(4));
    cycle.share();

    ofAdjusted.read(adjusted).then().body("ordinal", equalTo(3));
    trail(adjusted)
        .body("conclusion.result.ordinal", equalTo(3))
        .body("earlier[0].calibrated.reason", equalTo(LiveSession.reason(ofAdjusted.id())))
        .body("earlier[0].reopened.reason", equalTo("Two deliveries were left out"));
    await().atMost(SOON).until(() -> hrisReads().<Integer>path(ordinalOfAdjusted()), equalTo(3));
  }

  private void told() {
    Told told = new Told(cycle);
    // Its lock came three times: it is still told once, and never refused.
    assertEquals(List.of("session.applied"), told.of(Told.INTERNAL, session.id(), 1));
    assertEquals(
        List.of(
            "review.opened",
            "review.started",
            "review.submitted",
            "review.claimed",
            "rating.calibrated",
            "review.shared",
            "review.acknowledged",
            "review.reopened",
            "review.submitted",
            "rating.not-calibrated",
            "review.shared"),
        told.of(Told.INTERNAL, ofAdjusted.id(), 11));
    assertEquals(
        List.of(
            "review.opened",
            "review.started",
            "review.submitted",
            "review.claimed",
            "review.deferred",
            "rating.not-calibrated",
            "review.shared"),
        told.of(Told.INTERNAL, ofDeferred.id(), 7));
    assertEquals(
        List.of(
            "cycle.scheduled",
            "cycle.opened",
            "cycle.calibration-started",
            "cycle.sharing-proposed",
            "cycle.sharing-proposed",
            "cycle.sharing-started",
            "cycle.sharing-proposed"),
        told.of(Told.CYCLES, cycle.id(), 7));
    assertEquals(
        List.of("rating.shared", "rating.disputed", "rating.revised"),
        told.of(Told.RATINGS, ofAdjusted.id(), 3));
    assertEquals(
        List.of("rating.current", "rating.current", "rating.current"),
        told.of(Told.CURRENT, ofAdjusted.id(), 3));
    assertEquals(6, told.await(Told.RATINGS, 6).size());
    assertEquals(6, told.await(Told.CURRENT, 6).size());
    for (ConsumerRecord<String, String> event : told.all(Told.INTERNAL)) {
      for (String word : List.of(adjusted.familyName(), "night shifts", "precedents", "missing")) {
        assertFalse(event.value().contains(word), event::value);
      }
    }
  }

  private static void waiting(Person person, String what, int count) {
    person
        .ask()
        .get("/v1/tasks?kind=" + what)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(count));
  }

  private ValidatableResponse trail(Person reader) {
    return reader.ask().get(ofAdjusted.path() + "/trail").then().statusCode(200);
  }

  private String ordinalOfAdjusted() {
    return "items.find { it.reviewId == '" + ofAdjusted.id() + "' }.ordinal";
  }

  private Response hrisReads() {
    return Hris.asHris().get("/v1/ratings?cycle=" + company.mark());
  }

  private long remaining() {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> consumers.remaining(LiveSession.TOPIC));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
