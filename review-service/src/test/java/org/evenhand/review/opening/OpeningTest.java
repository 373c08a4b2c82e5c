package org.evenhand.review.opening;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.AtOnce;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.Death;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** A review for everyone eligible: none lost, none doubled, whatever dies on the way. */
@QuarkusTest
class OpeningTest {

  private static final String RATINGS = "evenhand.internal.ratings";

  @Test
  void opensOneReviewForEachEmployeeOfLongEnoughAndForNobodyElse() {
    Company company = Company.of(2);
    Person contractor = company.person("CONTRACTOR", "Udo", "Ilić", "employee");
    Person newcomer = company.person("NEWCOMER", "Vera", "Hoxha", "employee");
    Person longEnough = company.person("ENOUGH", "Sita", "Okafor", "employee");
    Hris.takeIn(
        company.hire(
            contractor, company.lead, company.care(), "CONTRACTOR", Company.today().minusYears(2)),
        company.hire(
            newcomer, company.lead, company.care(), "EMPLOYEE", Company.today().minusDays(88)),
        company.hire(
            longEnough, company.lead, company.care(), "EMPLOYEE", Company.today().minusDays(89)));

    LiveCycle cycle = LiveCycle.open(company);

    // With the day on which they came and today, it is their ninetieth.
    Set<String> eligible = reviewees(company);
    eligible.add(longEnough.externalId());
    assertEquals(eligible, new TreeSet<>(cycle.reviews().keySet()));
    cycle
        .read(company.hr)
        .then()
        .body("progress[0].kind", equalTo("OPENING"))
        .body("progress[0].total", equalTo(6))
        .body("progress[0].done", equalTo(6));
  }

  @Test
  void givesAReviewToTheNearestManagerAtWorkAndMakesNobodyUp() {
    Company company = Company.of(1);
    Person alone = company.person("ALONE", "Wanda", "Gjerde", "employee");
    Hris.takeIn(company.hire(alone, null, company.care()));
    Hris.takeIn(company.lead.externalId() + ",".repeat(13) + "ON_LEAVE,,2026-01-01,CHANGE");

    LiveCycle cycle = LiveCycle.open(company);

    Map<String, LiveReview> reviews = cycle.reviews();
    reviews
        .get(company.staff.get(0).externalId())
        .read(company.hrLead)
        .then()
        .body("reviewer.externalId", equalTo(company.chief.externalId()));
    LiveReview unled = reviews.get(alone.externalId());
    assertNull(unled.read(company.hrLead).path("reviewer"));
    // HR that serves the unit sees it; naming a reviewer where nobody is above is the lead's.
    Map<String, String> named =
        Map.of("reviewerExternalId", company.chief.externalId(), "reason", "Nobody is above");
    unled.post(company.hr, "reassignment", named).then().statusCode(403);
    unled.post(company.hrLead, "reassignment", named).then().statusCode(200);
  }

  @Test
  void goesOnWhereItWasWhereverItDies() throws Exception {
    Company company = Company.of(10);
    LiveCycle cycle = LiveCycle.planned(company, Policy.inEffect());
    cycle.step(company.hr, "schedule").then().statusCode(200);
    cycle.step(company.hr, "opening").then().statusCode(200);
    String etag = cycle.read(company.hr).header("ETag");
    String ofCycle = "new.cycle_id = '" + cycle.id() + "'";
    String opening = "new.kind = 'cycle-opening' and new.subject = '" + cycle.id() + "'";

    // Amid the reviews of a chunk, at its position, and at its very last statement.
    try (Death review = Death.at("review", 2, ofCycle);
        Death position = Death.at("cycle_work", 4, ofCycle);
        Death next = Death.at("due_work", 4, opening)) {
      // Of two who agree at the same moment, one has to read again.
      assertEquals(
          List.of(200, 412),
          AtOnce.statuses(
              AtOnce.answers(
                  () -> countersigned(cycle, company.lead, etag),
                  () -> countersigned(cycle, company.chief, etag))));
      cycle.awaitOpen();
      assertTrue(review.happened() && position.happened() && next.happened());
    }

    assertEquals(reviewees(company), new TreeSet<>(cycle.reviews().keySet()));
    assertEquals(11, Tables.count("review where cycle_id = '" + cycle.id() + "'"));
    cycle.read(company.hr).then().body("progress[0].done", equalTo(11));
    List<ConsumerRecord<String, String>> opened = opened(cycle, 11);
    assertEquals(11, opened.size());
    assertEquals(11, opened.stream().map(ConsumerRecord::key).distinct().count());
    assertEquals(
        11,
        Tables.count(
            "audit where action = 'review.opened' and aggregate_id in (select id from review"
                + " where cycle_id = '%s')".formatted(cycle.id())));
  }

  @Test
  void waitsForAPolicyThatIsOnlyAnnounced() {
    Company company = Company.of(1);
    Policy policy = Policy.announced();
    LiveCycle cycle = LiveCycle.agreed(company, policy);
    assertEquals("SCHEDULED", cycle.state());

    policy.takesEffect();

    cycle.awaitOpen();
    assertEquals(2, cycle.reviews().size());
  }

  @Test
  void takesInByNameWhomTheRuleLeftOutButNobodyTwice() throws Exception {
    Company company = Company.of(1);
    Person newcomer = company.person("NEWCOMER", "Vera", "Hoxha", "employee");
    Person contractor = company.person("CONTRACTOR", "Udo", "Ilić", "employee");
    Hris.takeIn(
        company.hire(
            newcomer, company.lead, company.care(), "EMPLOYEE", Company.today().minusDays(10)),
        company.hire(
            contractor, company.lead, company.care(), "CONTRACTOR", Company.today().minusYears(2)));
    LiveCycle cycle = LiveCycle.open(company);

    assertEquals(
        List.of(201, 409),
        AtOnce.statuses(
            AtOnce.answers(
                () -> joins(cycle, company.hr, newcomer),
                () -> joins(cycle, company.hrLead, newcomer))));

    assertTrue(cycle.reviews().containsKey(newcomer.externalId()));
    joins(cycle, company.hr, newcomer)
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/already-reviewed"));
    joins(cycle, company.hr, contractor)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/employeeExternalId"));
    joins(cycle, company.hrElsewhere, newcomer).then().statusCode(403);
  }

  @Test
  void whoHadLeftAndIsBackJoinsAgain() {
    Company company = Company.of(1);
    Person back = company.staff.get(0);
    LiveCycle cycle = LiveCycle.open(company);
    LiveReview review = cycle.reviewOf(back);
    review.rate(company.lead, "delivery", 3).then().statusCode(200);
    review.post(company.hr, "not-rated", Map.of("reason", "LEFT")).then().statusCode(200);

    Response joined = joins(cycle, company.hr, back);

    joined.then().statusCode(201).body("reviewId", equalTo(review.id()));
    review
        .read(company.lead)
        .then()
        .body("state", equalTo("IN_PROGRESS"))
        .body("ending", equalTo(null))
        .body("ratings.ordinal", hasItem(3));
    assertEquals(
        List.of("review.opened", "review.started", "review.not-rated", "review.rejoined"),
        new Told(cycle).of(RATINGS, review.id(), 4));
    joins(cycle, company.hr, back).then().statusCode(409);
    review.conclude(company.lead, 3);
  }

  @Test
  void nobodyOfHrAddsTheirOwnChain() {
    Company company = Company.of(2);
    Person above = company.staff.get(0);
    LiveCycle cycle = LiveCycle.open(company);
    cycle
        .reviewOf(above)
        .post(company.hr, "not-rated", Map.of("reason", "ON_LEAVE"))
        .then()
        .statusCode(200);

    joins(cycle, company.hrLeadInChain, above).then().statusCode(403);
    joins(cycle, company.hrInChain, above).then().statusCode(403);
    joins(cycle, company.hrLead, above).then().statusCode(201);
  }

  @Test
  void endsEveryReviewOfACycleThatIsGivenUp() {
    Company company = Company.of(5);
    LiveCycle cycle = LiveCycle.open(company);

    cycle
        .step(company.hr, "cancellation", Map.of("reason", "The year was reorganised"))
        .then()
        .statusCode(200)
        .body("state", equalTo("OPEN"))
        .body("cancellation.reason", equalTo("The year was reorganised"));
    for (Person hr : List.of(company.hr, company.hrLead)) {
      cycle.step(hr, "cancellation/countersignature").then().statusCode(422);
    }
    cycle
        .step(company.lead, "cancellation/countersignature")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));

    cycle.awaitFinished("CANCELLATION");
    cycle
        .reviews()
        .values()
        .forEach(
            review ->
                review
                    .read(company.hrLead)
                    .then()
                    .body("state", equalTo("CANCELLED"))
                    .body("actions.size()", equalTo(0)));
    Events.ofTest()
        .await(
            RATINGS,
            6,
            event ->
                "org.evenhand.review.cancelled.v1".equals(Events.header(event, "ce_type"))
                    && event.value().contains(cycle.id()))
        .forEach(EventSchemas::check);
  }

  private static Response countersigned(LiveCycle cycle, Person who, String etag) {
    return who.ask().header("If-Match", etag).post(cycle.path() + "/opening/countersignature");
  }

  private static Response joins(LiveCycle cycle, Person who, Person joiner) {
    return cycle.step(who, "joiners", Map.of("employeeExternalId", joiner.externalId()));
  }

  private static Set<String> reviewees(Company company) {
    return Stream.concat(company.staff.stream(), Stream.of(company.lead))
        .map(Person::externalId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<ConsumerRecord<String, String>> opened(LiveCycle cycle, int count) {
    List<ConsumerRecord<String, String>> events =
        Events.ofTest()
            .await(
                RATINGS,
                count,
                event ->
                    "org.evenhand.review.opened.v1".equals(Events.header(event, "ce_type"))
                        && event.value().contains(cycle.id()));
    events.forEach(EventSchemas::check);
    return events;
  }
}
