package org.evenhand.review.growth.observation;

import static org.awaitility.Awaitility.await;
import static org.evenhand.review.live.LiveObservation.kept;
import static org.evenhand.review.live.LiveObservation.told;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.evenhand.kit.test.TestClock;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveObservation;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of observations when people leave, come back, are away, or report to another. */
@QuarkusTest
class PeopleComeAndGoTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String TELLING = "OBSERVATION_TELLING";

  @Inject TestClock clock;

  private Company company;
  private Person first;
  private LiveCycle cycle;
  private LiveReview review;

  @BeforeEach
  void open() {
    company = Company.of(2);
    first = company.staff.get(0);
    cycle = LiveCycle.open(company);
    review = cycle.reviewOf(first);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void whenTheManagerChangesWhatWasToldStaysAndWhatWasNotIsItsAuthors() {
    LiveObservation told = told(company.stranger, first);
    LiveObservation ofLead = told(company.lead, first);
    LiveObservation untold = kept(company.lead, first);

    leads(company.hrElsewhere, first);

    Person next = company.hrElsewhere;
    told.read(next).then().statusCode(200).body("relations", contains("REVIEWER"));
    ofLead.read(next).then().statusCode(200);
    untold.read(next).then().statusCode(404);
    untold.read(company.lead).then().statusCode(200);
    // Who still has the review reads it, until HR names another.
    told.read(company.lead).then().statusCode(200);
    review
        .post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", next.externalId(), "reason", "Leads them now"))
        .then()
        .statusCode(200);
    told.read(company.lead).then().statusCode(404);
    ofLead.read(company.lead).then().statusCode(200);
    told.cite(next, review).then().statusCode(200);
    untold.tell(company.lead).then().statusCode(200);
    untold.cite(next, review).then().statusCode(200);
  }

  @Test
  void whatAnAuthorWhoLeftHasToldStaysAndNobodyOwesTheRestUntilTheyAreBack() {
    LiveObservation told = told(company.stranger, first);
    LiveObservation untold = kept(company.stranger, first);

    leaves(company.stranger);

    awaitDuty(untold, "LAPSED");
    told.read(first).then().statusCode(200).body("author.name", equalTo(company.stranger.name()));
    told.cite(company.lead, review).then().statusCode(200);
    untold.read(first).then().statusCode(404);
    untold.read(company.lead).then().statusCode(404);

    isBack(company.stranger, company.chief, company.mark() + "-elsewhere");

    awaitDuty(untold, "DUE");
    untold.tell(company.stranger).then().statusCode(200);
    untold.read(first).then().statusCode(200);
  }

  @Test
  void whoeverHasLeftIsWrittenAboutNoMoreAndFindsWhatTheyWereToldWhenTheyAreBack() {
    LiveObservation told = told(company.stranger, first);
    LiveObservation untold = kept(company.stranger, first);

    leaves(first);

    awaitDuty(untold, "LAPSED");
    LiveObservation.keep(company.stranger, first, Map.of())
        .then()
        .statusCode(422)
        .body("type", endsWith("/observed-not-possible"));
    untold
        .tell(company.stranger)
        .then()
        .statusCode(422)
        .body("type", endsWith("/observed-not-possible"));

    isBack(first, company.lead, company.care());

    awaitDuty(untold, "DUE");
    told.read(first).then().statusCode(200);
    told.reply(first, "Two of us").then().statusCode(200);
  }

  /** Trap: what one saw of a colleague names its author to them once they are the boss. */
  @Test
  void whoeverBecameOnesBossIsToldNothingAndNothingIsOwed() {
    LiveObservation untold = kept(company.stranger, first);

    leads(first, company.stranger);

    awaitDuty(untold, "LAPSED");
    untold
        .tell(company.stranger)
        .then()
        .statusCode(422)
        .body("type", endsWith("/observed-not-possible"));
    untold.read(first).then().statusCode(404);

    leads(company.chief, company.stranger);

    awaitDuty(untold, "DUE");
    untold.tell(company.stranger).then().statusCode(200);
  }

  /** Who led somebody once reads of them no longer than until the review that they had is over. */
  @Test
  void whoHadTheReviewReadsNothingMoreOnceItIsFinal() {
    LiveObservation told = told(company.stranger, first);
    leads(company.hrElsewhere, first);
    told.read(company.lead).then().statusCode(200);
    review.conclude(company.lead, 3);
    cycle.calibrate();
    cycle.share();
    told.read(company.lead).then().statusCode(200);

    clock.set(clock.instant().plus(Duration.ofDays(100)));
    await()
        .atMost(SOON)
        .until(
            () -> Tables.count("review where phase = 'FINAL' and id = '" + review.id() + "'") == 1);

    told.read(company.lead).then().statusCode(404);
    told.read(company.hrElsewhere).then().statusCode(200);
  }

  @Test
  void whoeverIsOnLeaveIsToldAndAnswersWhenTheyAreBack() {
    status(first, "ON_LEAVE");
    LiveObservation seen = told(company.stranger, first);
    tasks(company.stranger).body("items.subject", not(hasItem(seen.path())));

    status(first, "ACTIVE");
    seen.reply(first, "Two of us").then().statusCode(200);
    seen.cite(company.lead, review).then().statusCode(200);
    review.read(company.lead).then().body("observations[0].gathered.reply", equalTo("Two of us"));
  }

  @Test
  void toTellIsATaskOfTheAuthorForTenWorkingDaysAndThenTheHrLeadsToLookAfter() {
    LiveObservation seen = kept(company.stranger, first);
    kept(first, first);
    tasks(first).body("items", empty());
    tasks(company.stranger)
        .body("items.subject", contains(seen.path()))
        .body("items.operations[0]", contains("tellObservation", "withdrawObservation"));

    clock.set(clock.instant().plus(Duration.ofDays(30)));
    awaitDuty(seen, "ESCALATED");
    tasks(company.hrLead)
        .body("items.find { it.subject == '" + seen.path() + "' }.as", equalTo("RESPONSIBLE"));
    tasks(company.chief).body("items.subject", not(hasItem(seen.path())));
    tasks(company.lead).body("items.subject", not(hasItem(seen.path())));
    seen.read(company.hrLead).then().statusCode(404);

    clock.reset();
    seen.tell(company.stranger).then().statusCode(200);
    tasks(company.stranger).body("items", empty());
    awaitDuty(seen, "DONE");
  }

  /** Takes the rows in, and waits until nobody looks at reviewers any more. */
  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "due_work where kind = 'reviewer-succession'"
                            + " and subject not in (select id from delegation)")
                    == 0);
  }

  private static void leads(Person manager, Person person) {
    takeIn(
        person.externalId()
            + ",,,,"
            + manager.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE");
  }

  private static void leaves(Person person) {
    takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().minusDays(1).toString()));
  }

  private void isBack(Person person, Person manager, String unit) {
    takeIn(
        company
            .hire(person, manager, unit, "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));
  }

  private static void status(Person person, String status) {
    takeIn(person.externalId() + ",".repeat(13) + status + ",," + Company.today() + ",CHANGE");
  }

  private static void awaitDuty(LiveObservation seen, String state) {
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "duty where subject = '%s' and state = '%s'".formatted(seen.id(), state))
                    == 1);
  }

  private static ValidatableResponse tasks(Person person) {
    return person.ask().get("/v1/tasks?kind=" + TELLING).then().statusCode(200);
  }
}
