package org.evenhand.review.growth.peer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LivePeerRequest;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a reviewee names as peers. One cycle of a company has a reviewee for each. */
@QuarkusTest
class PeerRequestTest {

  private static final int STAFF = 14;

  private static Company company;
  private static Map<String, LiveReview> reviews;
  private static int taken;

  private Person reviewee;
  private LiveReview review;

  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(STAFF);
      reviews = LiveCycle.open(company).reviews();
    }
    // The first of the staff has people below them.
    taken++;
    reviewee = company.staff.get(taken);
    review = reviews.get(reviewee.externalId());
  }

  @Test
  void whoIsNamedIsAskedOnceTheReviewerHasAgreedToTwo() {
    LivePeerRequest one = LivePeerRequest.named(reviewee, review, company.stranger);
    LivePeerRequest two = LivePeerRequest.named(reviewee, review, company.hr);
    tasks(company.lead, "PEER_NOMINATION")
        .body("items.subject", hasItem(one.path()))
        .body("items.subject", hasItem(two.path()));
    one.read(company.stranger).then().statusCode(404);
    one.agree(reviewee).then().statusCode(403);
    one.agree(company.chief).then().statusCode(403);

    one.agree(company.lead).then().statusCode(200).body("state", equalTo("AGREED"));
    one.read(company.stranger).then().statusCode(404);
    review.read(company.stranger).then().statusCode(404);
    two.agree(company.lead).then().statusCode(200).body("state", equalTo("ASKED"));

    one.read(company.stranger)
        .then()
        .statusCode(200)
        .body("state", equalTo("ASKED"))
        .body("actions", contains("declinePeerRequest"));
    for (Person peer : List.of(company.stranger, company.hr)) {
      tasks(peer, "PEER_CONTRIBUTION").body("items.subject", hasItem(review.path()));
    }
    tasks(company.lead, "PEER_NOMINATION").body("items.subject", not(hasItem(two.path())));
    review.contribute(company.stranger, "PEER", "beside", "careful").then().statusCode(200);
    one.read(company.lead).then().body("state", equalTo("GIVEN"));
    one.decline(company.stranger, "OTHER").then().statusCode(409);
  }

  @Test
  void theRevieweeReadsThatTheReviewerHasAgreedAndNotWhatCameOfIt() {
    List<LivePeerRequest> asked =
        LivePeerRequest.asked(reviewee, company.lead, review, company.stranger, company.hr);
    String given = seen(asked.get(0));
    String declined = seen(asked.get(1));
    review.contribute(company.stranger, "PEER", "beside", "quick").then().statusCode(200);
    String version = review.etag(reviewee);
    asked
        .get(1)
        .decline(company.hr, "TOO_CLOSE")
        .then()
        .statusCode(200)
        .body("state", equalTo("DECLINED"));

    assertEquals(version, review.etag(reviewee), "the review doesn't move with it");
    assertEquals(given, seen(asked.get(0)));
    assertEquals(declined, seen(asked.get(1)));
    asked.get(1).read(reviewee).then().body("state", equalTo("AGREED"));
    asked
        .get(1)
        .read(company.lead)
        .then()
        .body("state", equalTo("DECLINED"))
        .body("refusal", equalTo("TOO_CLOSE"));
    tasks(company.hr, "PEER_CONTRIBUTION").body("items.subject", not(hasItem(review.path())));
    review.contribute(company.hr, "PEER", "beside", "after all").then().statusCode(403);
    assertEquals(
        1,
        Tables.count(
            "review where id = '%s' and contributors -> 'released' @> '[\"%s\"]'"
                .formatted(review.id(), LiveAppeal.idOf(company.hr))),
        "a sample still takes their name out");
    assertEquals(
        0,
        Tables.count(
            "audit where aggregate_type = 'review' and action like '%declined%' and aggregate_id ="
                + " '%s'".formatted(review.id())));
    LivePeerRequest.name(reviewee, review, company.hr).then().statusCode(422);
    asked.get(1).read(company.chief).then().statusCode(200).body("refusal", nullValue());
    review.conclude(company.lead, 3);
    assertEquals(
        1,
        Tables.count(
            "audit where action = 'review.submitted' and aggregate_id = '%s' and position('%s' in content) > 0"
                .formatted(review.id(), LiveAppeal.idOf(company.hr))),
        "a session learns that they are too close to judge it");
  }

  @Test
  void whomTheReviewerStrikesNeverLearnsOfIt() {
    LivePeerRequest struck = LivePeerRequest.named(reviewee, review, company.stranger);
    struck.strike(reviewee, "x").then().statusCode(403);
    struck
        .strike(company.lead, "You have hardly met")
        .then()
        .statusCode(200)
        .body("state", equalTo("STRUCK"));
    struck
        .read(reviewee)
        .then()
        .body("state", equalTo("STRUCK"))
        .body("reason", equalTo("You have hardly met"));
    struck.read(company.stranger).then().statusCode(404);
    struck.agree(company.lead).then().statusCode(409);
    LivePeerRequest above = LivePeerRequest.named(reviewee, review, company.chief);
    above.strike(company.lead, "Too far away").then().statusCode(200);
    above.read(company.chief).then().statusCode(404);
    company
        .chief
        .ask()
        .get("/v1/peer-requests?review=" + review.id())
        .then()
        .body("items.id", contains(struck.id()));
    LivePeerRequest.name(reviewee, review, company.stranger)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));
  }

  @Test
  void theReviewerAddsAsManyAsWereNamed() {
    LivePeerRequest.name(company.lead, review, company.hrLead).then().statusCode(422);
    LivePeerRequest named = LivePeerRequest.named(reviewee, review, company.stranger);
    LivePeerRequest added = LivePeerRequest.named(company.lead, review, company.hrLead);
    added.read(company.lead).then().body("state", equalTo("AGREED"));
    LivePeerRequest.name(company.lead, review, company.hrElsewhere).then().statusCode(422);
    added.read(reviewee).then().statusCode(404);
    reviewee
        .ask()
        .get("/v1/peer-requests?review=" + review.id())
        .then()
        .body("items.id", contains(named.id()));
    named.agree(company.lead).then().statusCode(200).body("state", equalTo("ASKED"));
    added.read(company.hrLead).then().body("state", equalTo("ASKED"));
    assertEquals(added, LivePeerRequest.named(reviewee, review, company.hrLead));
    added.decline(company.hrLead, "NO_TIME").then().statusCode(200);
    added.read(reviewee).then().body("state", equalTo("AGREED"));
  }

  @Test
  void aPeerIsAtWorkBesideTheRevieweeAndOneOfEight() {
    Person first = company.staff.get(0);
    LiveReview ofFirst = reviews.get(first.externalId());
    for (Person none : List.of(first, company.lead, company.hrInChain)) {
      LivePeerRequest.name(first, ofFirst, none)
          .then()
          .statusCode(422)
          .body("code", equalTo("CONTRIBUTOR_NOT_POSSIBLE"))
          .body("errors.pointer", contains("/employeeId"));
    }
    reviewee
        .ask()
        .body(Map.of("reviewId", review.id(), "employeeId", UUID.randomUUID()))
        .post("/v1/peer-requests")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/employeeId"));
    LivePeerRequest.name(company.dotted, review, company.stranger).then().statusCode(404);
    LivePeerRequest.name(company.chief, review, company.stranger).then().statusCode(403);
    List<Person> nine =
        List.of(
            company.stranger,
            company.hr,
            company.hrElsewhere,
            company.hrLead,
            company.dotted,
            company.chief,
            company.auditor,
            first);
    nine.forEach(peer -> LivePeerRequest.named(reviewee, review, peer));
    LivePeerRequest.name(reviewee, review, company.hrInChain)
        .then()
        .statusCode(422)
        .body("errors[0].detail", equalTo("would be one more than 8"));
    LivePeerRequest.name(reviewee, review, company.hr).then().statusCode(422);
  }

  @Test
  void theEleventhWhoWaitsForAPeerIsRefusedAndNotToldForWhomElseTheyWait() {
    Person asked = company.hrElsewhere;
    Tables.execute(
        """
        insert into peer_request (id, version, review_id, peer_id, by_reviewee, state, asked,
          status_seen)
        select gen_random_uuid(), 0, id, '%s', true, 'ASKED', true, 0 from review
        where cycle_id = (select cycle_id from review where id = '%s') and id <> '%2$s'
          and id not in (select review_id from peer_request where peer_id = '%1$s')
          and phase in ('NOT_STARTED', 'IN_PROGRESS')
        limit 10
        """
            .formatted(LiveAppeal.idOf(asked), review.id()));
    LivePeerRequest eleventh = LivePeerRequest.named(reviewee, review, asked);
    String refused =
        eleventh
            .agree(company.lead)
            .then()
            .statusCode(422)
            .body("code", equalTo("CONTRIBUTOR_NOT_POSSIBLE"))
            .extract()
            .asString();
    for (Person other : company.staff) {
      assertFalse(refused.contains(other.name()), refused);
    }
    eleventh.read(company.lead).then().body("state", equalTo("NOMINATED"));
    nobodyIsAskedBesideWhoHasNoRoom(asked);
    Tables.execute(
        "delete from peer_request where peer_id = '%s'".formatted(LiveAppeal.idOf(asked)));
  }

  @Test
  void aPeerWhoIsAwayIsntWaitedForAndTheReviewerAddsThemWhenBack() {
    Person away = company.staff.get(STAFF - 1);
    List<LivePeerRequest> asked =
        LivePeerRequest.asked(reviewee, company.lead, review, company.stranger, away);
    Hris.takeIn(status(away, "ON_LEAVE"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> asked.get(1).read(company.lead).then().body("state", equalTo("LAPSED")));
    tasks(away, "PEER_CONTRIBUTION").body("items", empty());
    asked.get(1).read(reviewee).then().body("state", equalTo("AGREED"));
    LivePeerRequest.name(reviewee, review, away)
        .then()
        .statusCode(422)
        .body("errors.detail", contains("has been named already"));
    LivePeerRequest.name(company.lead, review, away)
        .then()
        .statusCode(422)
        .body("errors.detail", contains("is not at work"));

    Hris.takeIn(status(away, "ACTIVE"));
    LivePeerRequest anew = LivePeerRequest.named(company.lead, review, away);
    anew.read(company.lead).then().body("state", equalTo("ASKED"));
    tasks(away, "PEER_CONTRIBUTION").body("items", hasSize(1));
  }

  @Test
  void whoeverComesBelowTheRevieweeIsNoPeerAnyMore() {
    LivePeerRequest named = LivePeerRequest.named(reviewee, review, company.dotted);
    Hris.takeIn(line(company.dotted, reviewee));
    named.agree(company.lead).then().statusCode(oneOf(409, 422));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> named.read(company.lead).then().body("state", equalTo("LAPSED")));
    Hris.takeIn(line(company.dotted, company.chief));
  }

  @Test
  void whatWaitsWhenTheReviewGoesOnHasLapsedAndWhatWasGivenStays() {
    List<LivePeerRequest> asked =
        LivePeerRequest.asked(reviewee, company.lead, review, company.stranger, company.hrLead);
    LivePeerRequest named = LivePeerRequest.named(reviewee, review, company.dotted);
    LivePeerRequest passed = LivePeerRequest.named(reviewee, review, company.chief);
    review.contribute(company.stranger, "PEER", "beside", "kept").then().statusCode(200);
    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", company.chief.externalId(), "reason", "a new one"))
        .then()
        .statusCode(200);
    named.agree(company.lead).then().statusCode(403);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> passed.read(company.hr).then().body("state", equalTo("LAPSED")));
    review.conclude(company.chief, 3);

    asked.get(0).read(company.chief).then().body("state", equalTo("GIVEN"));
    asked.get(1).read(company.chief).then().body("state", equalTo("LAPSED"));
    named.read(reviewee).then().body("state", equalTo("LAPSED")).body("reason", nullValue());
    named.agree(company.chief).then().statusCode(409);
    asked.get(1).decline(company.hrLead, "NO_TIME").then().statusCode(409);
    LivePeerRequest.name(reviewee, review, company.hr).then().statusCode(409);
    review
        .read(company.chief)
        .then()
        .body("contributions.findAll { it.type == 'PEER' }", hasSize(1));
  }

  @Test
  void aPeerWhoLeavesIsNoneAnyMoreAlsoWhereTheyAreHiredAnewAndTheReviewerAddsThemThen() {
    Person peer = company.person("PEER", "Stijn", "Vos", "employee");
    Hris.takeIn(company.hire(peer, company.chief, company.mark() + "-board"));
    List<LivePeerRequest> asked =
        LivePeerRequest.asked(reviewee, company.lead, review, company.stranger, peer);
    tasks(peer, "PEER_CONTRIBUTION").body("items", hasSize(1));
    String seen = seen(asked.get(1));

    takeIn(Company.leaves(peer), company.rehire(peer, company.chief, company.mark() + "-board"));

    asked.get(1).read(company.lead).then().body("state", equalTo("LAPSED"));
    assertEquals(seen, seen(asked.get(1)), "the reviewee learns nothing of it");
    tasks(peer, "PEER_CONTRIBUTION").body("items", empty());
    review.contribute(peer, "PEER", "beside", "as before").then().statusCode(403);
    LivePeerRequest anew = LivePeerRequest.named(company.lead, review, peer);
    takeIn(company.hire(company.person("ELSE", "Tom", "Wit"), company.chief, company.care()));
    anew.read(company.lead).then().body("state", equalTo("ASKED"));
    tasks(peer, "PEER_CONTRIBUTION").body("items", hasSize(1));
  }

  @Test
  void aNewManagerOfTheRevieweeAgreesToPeersOnceTheReviewIsTheirsAndNotBefore() {
    LivePeerRequest one = LivePeerRequest.named(reviewee, review, company.stranger);
    LivePeerRequest two = LivePeerRequest.named(reviewee, review, company.hr);
    LivePeerRequest three = LivePeerRequest.named(reviewee, review, company.hrElsewhere);
    takeIn(Company.reports(reviewee, company.dotted));
    one.agree(company.dotted).then().statusCode(403);
    tasks(company.dotted, "PEER_NOMINATION").body("items", empty());
    one.agree(company.lead).then().statusCode(200).body("state", equalTo("AGREED"));

    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", company.dotted.externalId(), "reason", "leads them now"))
        .then()
        .statusCode(200);

    two.agree(company.lead).then().statusCode(404);
    tasks(company.lead, "PEER_NOMINATION").body("items.subject", not(hasItem(two.path())));
    tasks(company.dotted, "PEER_NOMINATION")
        .body("items.subject", containsInAnyOrder(two.path(), three.path()));
    two.agree(company.dotted).then().statusCode(200).body("state", equalTo("ASKED"));
    one.read(company.dotted).then().body("state", equalTo("ASKED"));
    three.strike(company.dotted, "Two are enough").then().statusCode(200);
    tasks(company.dotted, "PEER_NOMINATION").body("items", empty());
  }

  @Test
  void whenTheRevieweeHasLeftPeersAreAskedUntilTheReviewEnds() {
    List<LivePeerRequest> asked =
        LivePeerRequest.asked(reviewee, company.lead, review, company.stranger, company.hrLead);
    LivePeerRequest named = LivePeerRequest.named(reviewee, review, company.dotted);
    takeIn(Company.leaves(reviewee));
    tasks(company.hrLead, "PEER_CONTRIBUTION").body("items.subject", hasItem(review.path()));
    tasks(company.lead, "PEER_NOMINATION").body("items.subject", hasItem(named.path()));
    review.contribute(company.stranger, "PEER", "beside", "to the end").then().statusCode(200);

    review.post(company.hr, "not-rated", Map.of("reason", "LEFT")).then().statusCode(200);

    asked.get(0).read(company.lead).then().body("state", equalTo("GIVEN"));
    asked.get(1).read(company.lead).then().body("state", equalTo("LAPSED"));
    named.read(company.lead).then().body("state", equalTo("LAPSED"));
    tasks(company.hrLead, "PEER_CONTRIBUTION").body("items.subject", not(hasItem(review.path())));
    tasks(company.lead, "PEER_NOMINATION").body("items.subject", not(hasItem(named.path())));
  }

  /** One waits with them, and both are asked once they have room. */
  private void nobodyIsAskedBesideWhoHasNoRoom(Person busy) {
    LivePeerRequest other = LivePeerRequest.named(reviewee, review, company.auditor);
    Tables.execute(
        "update peer_request set state = 'AGREED' where review_id = '%s' and peer_id = '%s'"
            .formatted(review.id(), LiveAppeal.idOf(busy)));
    other.agree(company.lead).then().statusCode(200).body("state", equalTo("AGREED"));
    String one = busy.ask().get("/v1/peer-requests?limit=1").then().extract().path("items[0].id");
    new LivePeerRequest(one).decline(busy, "NO_TIME").then().statusCode(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> other.read(company.lead).then().body("state", equalTo("ASKED")));
  }

  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
    Hris.followed();
  }

  private String seen(LivePeerRequest request) {
    var answer = request.read(reviewee);
    return answer.header("ETag") + " " + answer.asString();
  }

  private static String status(Person one, String status) {
    return one.externalId() + ",".repeat(13) + status + ",," + Company.today() + ",CHANGE";
  }

  private static String line(Person one, Person manager) {
    return one.externalId()
        + ",,,,"
        + manager.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?limit=200&kind=" + kind).then().statusCode(200);
  }
}
