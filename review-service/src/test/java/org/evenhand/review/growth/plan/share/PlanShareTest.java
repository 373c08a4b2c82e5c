package org.evenhand.review.growth.plan.share;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LivePlan;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shared result begins, and what a plan is to the next review. */
@QuarkusTest
class PlanShareTest {

  private Company company;
  private Person person;
  private Person best;
  private LiveCycle cycle;

  @BeforeEach
  void share() {
    company = Company.of(2);
    person = company.staff.get(0);
    best = company.staff.get(1);
    cycle = LiveCycle.open(company);
    cycle.reviewOf(person).conclude(company.lead, 3);
    cycle.reviewOf(best).conclude(company.lead, 5);
    cycle.calibrate();
    cycle.share();
    begun();
  }

  @Test
  void aSharedResultBeginsAPlanOfWhatTheNextLevelsAskFor() {
    LivePlan plan = plan(person);
    plan.read(person)
        .then()
        .body("state", equalTo("DRAFT"))
        .body("reviewId", equalTo(cycle.reviewOf(person).id()))
        .body("gaps.criterion", contains("delivery", "together"))
        .body("gaps.ordinal", contains(4, 4))
        .body("gaps[1].anchor", equalTo("Asks before being asked"))
        .body("terms", nullValue())
        .body("actions", not(hasItem("proposeDevelopmentPlan")))
        .body("actions", not(hasItem("withdrawDevelopmentPlan")));
    tasks(company.lead, "PLAN_PROPOSAL").body("items.subject", hasItem(plan.path()));
    tasks(person, "PLAN_PROPOSAL").body("items", empty());
    plan.put(person, "wish", Map.of("text", "to plan a release")).then().statusCode(200);
    plan.read(company.lead).then().body("wish", equalTo("to plan a release"));
    plan.read(company.hr).then().body("gaps", nullValue()).body("wish", nullValue());

    Map<String, Object> terms =
        LivePlan.terms(
            "from the next levels",
            Map.of(
                "kind",
                "SHADOWING",
                "title",
                "Sit beside a lead",
                "gap",
                Map.of("criterion", "together", "ordinal", 4),
                "measure",
                "Others say so",
                "dueOn",
                Company.today().plusMonths(3).toString()));
    plan.put(company.lead, "terms", Map.of("terms", terms)).then().statusCode(200);
    plan.post(company.lead, "proposal").then().statusCode(200);
    tasks(company.lead, "PLAN_PROPOSAL").body("items.subject", not(hasItem(plan.path())));
    plan.post(person, "agreement")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("terms.actions[0].gap.anchor", equalTo("Asks before being asked"));
    var told =
        Events.ofTest().await("evenhand.development", 2, event -> plan.id().equals(event.key()));
    told.forEach(EventSchemas::check);
    JsonPath begun = JsonPath.from(told.get(0).value());
    assertEquals(cycle.reviewOf(person).id(), begun.getString("reviewId"));
    JsonPath agreed = JsonPath.from(told.get(1).value());
    assertEquals(0, agreed.getInt("daysFromShare"));
    assertEquals(
        plan.read(person).then().extract().<String>path("reviewId"), agreed.getString("reviewId"));
  }

  @Test
  void thatNobodyCanAgreeAnyMoreIsToldOfAPlanThatAResultHasBegun() {
    LivePlan plan = plan(best);
    LivePlan own = LivePlan.proposed(best, best, LivePlan.terms("of my own"));

    Hris.takeIn(Hris.row(best.externalId(), "TERMINATE", Company.today().toString()));
    Hris.followed();
    plan.read(company.lead).then().body("state", equalTo("WITHDRAWN"));
    own.read(company.lead).then().body("state", equalTo("WITHDRAWN"));
    var told =
        Events.ofTest().await("evenhand.development", 2, event -> plan.id().equals(event.key()));
    told.forEach(EventSchemas::check);
    assertEquals(
        List.of("org.evenhand.plan.begun.v1", "org.evenhand.plan.withdrawn.v1"),
        told.stream().map(event -> Events.header(event, "ce_type")).toList());
    assertEquals(
        List.of(),
        Events.ofTest().all("evenhand.development").stream()
            .filter(event -> own.id().equals(event.key()))
            .toList());
  }

  @Test
  void whoeverIsAtTheTopHasNoGapAndThePlanComesFromTheirWishAlone() {
    LivePlan plan = plan(best);
    plan.read(best).then().body("gaps", empty());
    tasks(company.lead, "PLAN_PROPOSAL").body("items.subject", hasItem(plan.path()));
    plan.put(best, "wish", Map.of("text", "to teach others")).then().statusCode(200);
    plan.put(best, "terms", Map.of("terms", LivePlan.terms("teach"))).then().statusCode(200);
    plan.post(best, "proposal").then().statusCode(200);
    plan.post(company.lead, "agreement").then().statusCode(200).body("state", equalTo("ACTIVE"));
  }

  @Test
  void aRoundThatIsToldAgainBeginsNoSecondPlan() {
    for (int told = 0; told < 2; told++) {
      Tables.execute(
          """
          insert into due_work (kind, subject, due_at, try_at)
          values ('plans-of-shares', '%s', now(), now()) on conflict do nothing
          """
              .formatted(cycle.id()));
      begun();
    }
    assertEquals(
        2,
        Tables.count(
            "development_plan p join review r on r.id = p.review_id where r.cycle_id = '%s'"
                .formatted(cycle.id())));
  }

  @Test
  void whatIsCitedIsOpenedToWhoeverReviewsThePersonThereAndToNobodyElse() {
    LivePlan plan = plan(person);
    plan.put(company.lead, "terms", Map.of("terms", LivePlan.terms("to be cited")))
        .then()
        .statusCode(200);
    plan.post(company.lead, "proposal").then().statusCode(200);
    plan.post(person, "agreement").then().statusCode(200);
    LivePlan uncited = LivePlan.agreed(company.lead, person, LivePlan.terms("not cited"));
    LiveReview next = LiveCycle.open(company, company.mark() + "-next").reviewOf(person);
    Person reviewer = company.hrElsewhere;
    next.post(
            company.hr,
            "reassignment",
            Map.of("reviewerExternalId", reviewer.externalId(), "reason", "Leads them now"))
        .then()
        .statusCode(200);
    plan.read(reviewer).then().statusCode(404);
    String etag = plan.etag(company.lead);

    cite(plan, person, next.id()).then().statusCode(200);
    cite(plan, person, next.id())
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reviewId"));
    cite(plan, person, cycle.reviewOf(best).id()).then().statusCode(422);
    cite(plan, company.lead, next.id()).then().statusCode(403);
    assertEquals(etag, plan.etag(company.lead));
    plan.read(reviewer)
        .then()
        .statusCode(200)
        .body("relations", contains("REVIEWER"))
        .body("terms.aim", equalTo("to be cited"))
        .body("gaps", nullValue())
        .body("reviewId", nullValue())
        .body("actions", empty());
    uncited.read(reviewer).then().statusCode(404);
    reviewer
        .ask()
        .get("/v1/development-plans?review=" + next.id())
        .then()
        .statusCode(200)
        .body("items.id", contains(plan.id()))
        .body("items.cited", contains(true));
    person
        .ask()
        .get("/v1/development-plans?review=" + next.id())
        .then()
        .body("items.find { it.id == '%s' }.cited".formatted(plan.id()), equalTo(true))
        .body("items.find { it.id == '%s' }.cited".formatted(uncited.id()), equalTo(false));
    company
        .lead
        .ask()
        .get("/v1/development-plans?review=" + cycle.reviewOf(person).id())
        .then()
        .body("items[0].cited", nullValue());
    company.stranger.ask().get("/v1/development-plans?review=" + next.id()).then().statusCode(404);

    takeBack(plan, company.lead, next.id()).then().statusCode(403);
    takeBack(plan, person, next.id()).then().statusCode(200);
    plan.read(reviewer).then().statusCode(404);
    takeBack(plan, person, next.id()).then().statusCode(409);
    assertEquals(etag, plan.etag(company.lead));
    cite(plan, person, next.id()).then().statusCode(200);

    next.post(company.hr, "not-rated", Map.of("reason", "ON_LEAVE")).then().statusCode(200);
    plan.read(reviewer).then().statusCode(404);
    takeBack(plan, person, next.id()).then().statusCode(409);
  }

  private static Response takeBack(LivePlan plan, Person who, String review) {
    return who.ask()
        .header("If-Match", plan.etag(who))
        .delete(plan.path() + "/citations/" + review);
  }

  private static Response cite(LivePlan plan, Person who, String review) {
    return plan.post(who, "citations", Map.of("reviewId", review));
  }

  private LivePlan plan(Person whose) {
    String id =
        whose
            .ask()
            .get("/v1/development-plans?state=DRAFT")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("items[0].id");
    return new LivePlan(id, whose);
  }

  private static void begun() {
    Hris.done("kind = 'plans-of-shares' or kind like '%-watch'");
  }

  private static ValidatableResponse tasks(Person person, String kind) {
    return person.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
