package org.evenhand.review.review.succession;

import static org.awaitility.Awaitility.await;
import static org.evenhand.review.review.succession.Org.atWork;
import static org.evenhand.review.review.succession.Org.leaves;
import static org.evenhand.review.review.succession.Org.moves;
import static org.evenhand.review.review.succession.Org.onLeave;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a review whose reviewer can't go on. */
@QuarkusTest
class SuccessionTest {

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

  /** V08: a reviewer is terminated in mid-cycle; reviews stayed with who was gone. */
  @Test
  void theReviewOfAReviewerWhoIsTerminatedPassesToTheNextOneUpWithAllThatWasWritten() {
    draftedBy(company.lead);
    String due = tasks(company.lead, "REVIEW").extract().path("items[0].dueOn");

    Org.takeIn(leaves(company.lead));

    isWrittenBy(company.chief, "SUCCESSION_TERMINATED");
    keepsTheDraftOf(company.lead);
    toldLast("SUCCESSION_TERMINATED");
    tasks(company.chief, "REVIEW")
        .body("items.subject", hasItem(review.path()))
        .body("items.find { it.subject == '" + review.path() + "' }.dueOn", equalTo(due));
    company
        .lead
        .ask()
        .header("If-Match", "\"1\"")
        .body(Map.of("text", "too late"))
        .put(review.path() + "/context-note")
        .then()
        .statusCode(403)
        .body("type", containsString("/employee-unknown"));

    review.conclude(company.chief, 3);
    review.read(company.chief).then().body("contributions", hasSize(1));
  }

  @Test
  void theReviewOfAReviewerOnLeavePassesOnAndTheirLateWriteLosesNothing() {
    draftedBy(company.lead);
    String read = review.etag(company.lead);

    Org.takeIn(onLeave(company.lead));

    isWrittenBy(company.chief, "SUCCESSION_ON_LEAVE");
    rates(company.lead, read, 1).then().statusCode(403);
    rates(company.lead, review.etag(company.lead), 1).then().statusCode(403);
    keepsTheDraftOf(company.lead);

    // Who is back finds the review with the successor, and HR may give it back.
    Org.takeIn(atWork(company.lead));
    isWrittenBy(company.chief, "SUCCESSION_ON_LEAVE");
    named(company.hr, company.lead).then().statusCode(200);
    keepsTheDraftOf(company.lead);
  }

  @Test
  void ofTwoSuccessorsOneAloneCanWrite() {
    Person top = company.person("TOP", "Ottoline", "Rask", "employee", "manager");
    Org.takeIn(company.hire(top, null, company.mark() + "-board"), moves(company.chief, top));
    Org.takeIn(onLeave(company.lead));
    rates(company.chief, review.etag(company.chief), 2).then().statusCode(200);
    String read = review.etag(company.chief);

    Org.takeIn(onLeave(company.chief));

    isWrittenBy(top, "SUCCESSION_ON_LEAVE");
    rates(company.chief, read, 1).then().statusCode(403);
    rates(top, read, 4).then().statusCode(412);
    rates(top, review.etag(top), 4).then().statusCode(200);
    review
        .read(top)
        .then()
        .body("ratings.ordinal", contains(4))
        .body("contributions.ratings.ordinal", contains(contains(2)))
        .body("contributions.author.name", contains(company.chief.name()));
  }

  @Test
  void whereNobodyIsAboveTheReviewIsVacantAndTheHrLeadNamesSomebody() {
    draftedBy(company.lead);

    Org.takeIn(leaves(company.lead), leaves(company.chief));

    review
        .read(company.hrLead)
        .then()
        .body("reviewer", nullValue())
        .body("reassignments[0].from.name", equalTo(company.lead.name()))
        .body("reassignments[0].to", nullValue())
        .body("contributions.author.name", contains(company.lead.name()));
    assertFalse(toldLast("SUCCESSION_TERMINATED").contains("\"reviewerId\""));
    tasks(company.hrLead, "REVIEWER_NAMING")
        .body("items.subject", hasItem(review.path()))
        .body("items.operations", hasItem(contains("reassignReview")));
    tasks(company.hrLeadInChain, "REVIEWER_NAMING")
        .body("items.subject", not(hasItem(review.path())));

    named(company.hr, company.dotted).then().statusCode(403);
    named(company.hrLead, company.dotted).then().statusCode(200);
    tasks(company.hrLead, "REVIEWER_NAMING").body("items.subject", not(hasItem(review.path())));
    assertEquals("DONE", duty("REVIEWER_NAMING"));
    tasks(company.dotted, "REVIEW").body("items.subject", contains(review.path()));
  }

  @Test
  void whoLeadsNobodyAnyMoreReviewsNobodyUnlessHrNamedThem() {
    LiveReview other = cycle.reviewOf(second);
    other.post(company.hr, "reassignment", to(company.stranger)).then().statusCode(200);
    draftedBy(company.lead);

    Org.takeIn(moves(first, company.dotted), moves(second, company.dotted));

    isWrittenBy(company.dotted, "SUCCESSION_LINE_CUT");
    keepsTheDraftOf(company.lead);
    other
        .read(company.hr)
        .then()
        .body("reviewer.externalId", equalTo(company.stranger.externalId()));
  }

  @Test
  void aMereChangeOfManagerLeavesTheReviewerAndAsksHr() {
    draftedBy(company.lead);

    Org.takeIn(moves(first, company.dotted));

    review
        .read(company.hr)
        .then()
        .body("reviewer.externalId", equalTo(company.lead.externalId()))
        .body("reviewerQuestion.concern", equalTo("MANAGER_CHANGED"))
        .body("reviewerQuestion.manager.name", equalTo(company.dotted.name()))
        .body("actions", hasItems("reassignReview", "confirmReviewer"))
        .body("ratings", hasSize(1));
    tasks(company.hr, "REVIEWER_CHECK")
        .body("items.subject", contains(review.path()))
        .body("items.operations", contains(contains("reassignReview", "confirmReviewer")));
    for (Person unasked : List.of(company.hrElsewhere, company.hrInChain, company.hrLead)) {
      tasks(unasked, "REVIEWER_CHECK").body("items", empty());
    }

    kept().then().statusCode(200).body("reviewerQuestion", nullValue());
    tasks(company.hr, "REVIEWER_CHECK").body("items", empty());
    assertEquals("DONE", duty("REVIEWER_CHECK"));
    kept().then().statusCode(409).body("allowed", hasItem("reassignReview"));

    // What is settled is not asked again, what is new is.
    Org.takeIn(onLeave(second));
    tasks(company.hr, "REVIEWER_CHECK").body("items", empty());
    Org.takeIn(moves(first, company.chief));
    tasks(company.hr, "REVIEWER_CHECK").body("items.subject", contains(review.path()));
    named(company.hr, company.chief).then().statusCode(200);
    tasks(company.hr, "REVIEWER_CHECK").body("items", empty());
    assertEquals("DONE", duty("REVIEWER_CHECK"));
  }

  @Test
  void nobodyOfHrIsAskedAboutAReviewThatTheyHave() {
    named(company.hrLead, company.hr).then().statusCode(200);
    Org.takeIn(moves(first, company.dotted), moves(second, company.dotted));

    tasks(company.hr, "REVIEWER_CHECK").body("items", empty());
    assertEquals("DUE", duty("REVIEWER_CHECK"));
  }

  @Test
  void hrIsAskedNoMoreOnceTheReviewIsSubmittedOrTheManagerIsBack() {
    LiveReview other = cycle.reviewOf(second);
    Org.takeIn(moves(first, company.dotted));
    tasks(company.hr, "REVIEWER_CHECK").body("items", hasSize(1));
    Org.takeIn(moves(first, company.lead), moves(second, company.dotted));
    tasks(company.hr, "REVIEWER_CHECK").body("items.subject", contains(other.path()));
    review.read(company.hr).then().body("reviewerQuestion", nullValue());
    assertEquals("LAPSED", duty("REVIEWER_CHECK"));

    other.conclude(company.lead, 3);
    tasks(company.hr, "REVIEWER_CHECK").body("items", empty());
  }

  @Test
  void aRevieweeWhoBecomesTheirReviewersManagerIsReviewedByAnotherAtOnce() {
    draftedBy(company.lead);

    Org.takeIn(moves(first, company.chief), moves(company.lead, first));

    isWrittenBy(company.chief, "SUCCESSION_BELOW_REVIEWEE");
    keepsTheDraftOf(company.lead);
    refused(company.lead, "is below the reviewee");
  }

  @Test
  void linesThatTurnRoundLeadToNoLoop() {
    LiveReview other = cycle.reviewOf(second);
    LiveReview own = cycle.reviewOf(company.lead);

    // chief, second, first, lead: whoever was below the reviewer is above them now.
    Org.takeIn(moves(second, company.chief), moves(first, second), moves(company.lead, first));

    isWrittenBy(second, "SUCCESSION_BELOW_REVIEWEE");
    other.read(company.hr).then().body("reviewer.externalId", equalTo(company.chief.externalId()));
    own.read(company.hr).then().body("reviewer.externalId", equalTo(company.chief.externalId()));
    Hris.importOrg(moves(second, company.lead)).then().statusCode(207).body("refused", equalTo(1));

    // Turned round once more, and whoever has it leaves.
    Org.takeIn(
        moves(company.lead, company.chief),
        moves(first, company.lead),
        moves(second, first),
        leaves(company.chief));
    isWrittenBy(company.lead, "SUCCESSION_BELOW_REVIEWEE");
    other.read(company.hrLead).then().body("reviewer.externalId", equalTo(first.externalId()));
    own.read(company.hrLead).then().body("reviewer", nullValue());
  }

  @Test
  void aReviewThatIsReopenedAfterItsReviewerLeftHasAnotherOne() {
    review.conclude(company.lead, 3);
    Org.takeIn(leaves(company.lead));
    review
        .post(company.hr, "reopening", Map.of("reason", "A release was left out"))
        .then()
        .statusCode(200);
    review.post(company.chief, "reopening/countersignature", Map.of()).then().statusCode(200);
    Org.awaitLook();

    isWrittenBy(company.chief, "SUCCESSION_TERMINATED");
  }

  @Test
  void whoIsNamedMustBeAbleToReview() {
    Org.takeIn(leaves(company.stranger), onLeave(company.dotted));

    refused(first, "is the reviewee");
    refused(company.lead, "is the reviewer already");
    refused(company.dotted, "is not at work");
    refused(company.stranger, "is nobody who works here");
    refused(company.hrInChain, "is below the reviewee");
  }

  private void draftedBy(Person reviewer) {
    review.contribute(reviewer, "MANAGER", "seen", "a steady hand").then().statusCode(200);
    review
        .post(reviewer, "observations", LiveReview.observation("delivery", "A release", 9))
        .then()
        .statusCode(200);
    review.rate(reviewer, "delivery", 4).then().statusCode(200);
    review.put(reviewer, "context-note", Map.of("text", "Half a team")).then().statusCode(200);
  }

  private void keepsTheDraftOf(Person earlier) {
    review
        .read(company.hr)
        .then()
        .body("contributions.type", contains("MANAGER"))
        .body("contributions.author.name", contains(earlier.name()))
        .body("contributions[0].signedAt", notNullValue())
        .body("contributions[0].answers.text", contains("a steady hand"))
        .body("contributions[0].ratings.ordinal", contains(4))
        .body("contributions[0].contextNote", equalTo("Half a team"))
        .body("observations.author.name", contains(earlier.name()))
        .body("ratings", empty())
        .body("contextNote", equalTo("Half a team"));
  }

  private void isWrittenBy(Person successor, String code) {
    review
        .read(successor)
        .then()
        .body("relations", hasItem("REVIEWER"))
        .body("reviewer.externalId", equalTo(successor.externalId()))
        .body("reassignments[-1].code", equalTo(code))
        .body("reassignments[-1].by", nullValue())
        .body("reviewerQuestion", nullValue());
    successor
        .ask()
        .get(review.path() + "/trail")
        .then()
        .statusCode(200)
        .body(
            "steps.findAll { it.action == 'review.reassigned' }.actor", hasItem("review-service"));
  }

  /** The last event that told of another reviewer. */
  private String toldLast(String code) {
    return await()
        .until(
            () ->
                new Told(cycle)
                    .all(Told.INTERNAL).stream()
                        .filter(event -> event.key().equals(review.id()))
                        .map(event -> event.value())
                        .filter(
                            event ->
                                code.equals(JsonPath.from(event).getString("reassignmentCode")))
                        .reduce("", (earlier, later) -> later),
            event -> !event.isEmpty());
  }

  private Response rates(Person who, String etag, int ordinal) {
    return who.ask()
        .header("If-Match", etag)
        .body(Map.of("ordinal", ordinal, "rationale", "This comes nearest to the anchor"))
        .put(review.path() + "/ratings/delivery");
  }

  private static Map<String, String> to(Person reviewer) {
    return Map.of("reviewerExternalId", reviewer.externalId(), "reason", "It is better so");
  }

  private Response named(Person by, Person reviewer) {
    return review.post(by, "reassignment", to(reviewer));
  }

  private Response kept() {
    return review.post(
        company.hr, "reviewer-confirmation", Map.of("reason", "Has seen all of the year"));
  }

  private void refused(Person reviewer, String why) {
    named(company.hr, reviewer)
        .then()
        .statusCode(422)
        .body("type", containsString("/reviewer-not-possible"))
        .body("errors.pointer", contains("/reviewerExternalId"))
        .body("errors.detail", contains(why));
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }

  private String duty(String kind) {
    return List.of("DUE", "OVERDUE", "ESCALATED", "DONE", "LAPSED").stream()
        .filter(
            state ->
                Tables.count(
                        "duty where subject = '%s' and kind = '%s' and state = '%s'"
                            .formatted(review.id(), kind, state))
                    == 1)
        .findFirst()
        .orElseThrow();
  }
}
