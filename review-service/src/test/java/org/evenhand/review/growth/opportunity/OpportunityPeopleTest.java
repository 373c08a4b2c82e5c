package org.evenhand.review.growth.opportunity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveApplication;
import org.evenhand.review.live.LiveOpportunity;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of opportunities and applications as people come, go and move in the middle. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpportunityPeopleTest {

  private Company company;
  private int hired;

  /** One for all tests: each has people and an opportunity of its own. */
  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(1);
    }
  }

  @Test
  void whenItsAuthorLeavesHrHasItAndTheAuthorHasItNoMoreWhenTheyAreBack() {
    Person author = hired(company.chief, "employee", "manager");
    Person report = hired(author, "employee");
    LiveOpportunity opportunity = LiveOpportunity.posted(author, company);
    assertTrue(keeps(author, opportunity));
    Person applicant = hired(company.lead, "employee");
    LiveApplication application = opportunity.appliedBy(applicant);
    takeIn(Company.leaves(author), Company.reports(report, company.lead));
    opportunity.assessedBy(company.hr, company.stranger).closed();
    application.assessed(company.hr, company.stranger).decided(company.hr, true);
    takeIn(company.rehire(author, company.chief, company.care()));

    assertFalse(keeps(author, opportunity));
    assertEquals(404, application.read(author).statusCode());
    opportunity.decided();
    application.stands(applicant, "OFFERED");
  }

  @Test
  void anAssessorOnLeaveStaysOneAndOneWhoLeavesIsNoneAlsoWhereTheyAreHiredAnew() {
    Person assessor = hired(company.chief, "employee");
    Person other = hired(company.chief, "employee");
    LiveOpportunity opportunity = LiveOpportunity.posted(company.hr, company);
    opportunity.assessedBy(company.hr, assessor);
    LiveApplication first = opportunity.appliedBy(hired(company.lead, "employee"));
    LiveApplication second = opportunity.appliedBy(hired(company.lead, "employee"));
    opportunity.closed();
    takeIn(Company.stands(assessor, "ON_LEAVE", Company.today()));
    first.assessed(assessor);
    assertEquals(1, tasks(assessor, "OPPORTUNITY_ASSESSMENT", opportunity.path()));
    assertEquals(0, tasks(company.hr, "OPPORTUNITY_ASSESSOR", opportunity.path()));

    takeIn(
        Company.leaves(assessor),
        company.rehire(assessor, company.chief, company.mark() + "-board"));

    assertEquals(0, tasks(assessor, "OPPORTUNITY_ASSESSMENT", opportunity.path()));
    assertEquals(404, second.read(assessor).statusCode());
    assertEquals(1, tasks(company.hr, "OPPORTUNITY_ASSESSOR", opportunity.path()));
    opportunity.assessedBy(company.hr, other);
    assertEquals(0, tasks(company.hr, "OPPORTUNITY_ASSESSOR", opportunity.path()));
    first.assessed(company.hr).stands(company.hr, "ASSESSED");
    second.assessed(company.hr, other).stands(company.hr, "ASSESSED");

    LiveOpportunity next = LiveOpportunity.posted(company.hr, company);
    next.assessedBy(company.hr, assessor);
    takeIn(Company.stands(assessor, "ON_LEAVE", Company.today()));
    assertEquals(2, Said.by(next.read(company.hr)).path("assessors").size());
  }

  @Test
  void whoeverServesTheUnitNowDecidesAndWhoeverServedItBeforeReadsNoApplication() {
    Person before = hired(company.chief, "employee", "hr");
    Person now = hired(company.chief, "employee", "hr");
    Hris.assignHr(company.hrLead.externalId(), before.externalId(), company.care());
    LiveOpportunity opportunity = LiveOpportunity.posted(before, company);
    opportunity.assessedBy(before, company.stranger);
    LiveApplication application = opportunity.appliedBy(hired(company.lead, "employee"));
    opportunity.closed();
    application.assessed(before, company.stranger);
    assertEquals(1, tasks(before, "OPPORTUNITY_DECISION", opportunity.path()));

    Hris.assignHr(company.hrLead.externalId(), before.externalId());
    Hris.assignHr(company.hrLead.externalId(), now.externalId(), company.care());

    assertEquals(0, tasks(before, "OPPORTUNITY_DECISION", opportunity.path()));
    assertEquals(403, application.decide(before, true).statusCode(), "still an assessor");
    assertEquals(1, tasks(now, "OPPORTUNITY_DECISION", opportunity.path()));
    application.decided(now, true);
  }

  @Test
  void whoeverLeadsTheApplicantWhenItIsOfferedIsToldAndWhoeverDidWhenTheyAppliedIsNot() {
    Person next = hired(company.chief, "employee", "manager");
    Person last = hired(company.chief, "employee", "manager");
    Person applicant = hired(company.lead, "employee");
    LiveOpportunity opportunity = LiveOpportunity.posted(company.hr, company);
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication application = opportunity.appliedBy(applicant);
    opportunity.closed();
    application.assessed(company.hr, company.stranger).decided(company.hr, true);
    takeIn(Company.reports(applicant, next));
    assertEquals(404, application.read(next).statusCode(), "before the offer");
    opportunity.decided();
    assertReadBy(application, next, company.lead, last);

    takeIn(Company.reports(applicant, last));
    assertReadBy(application, last, company.lead, next);
  }

  private static void assertReadBy(LiveApplication application, Person leads, Person... others) {
    application.stands(leads, "OFFERED");
    assertTrue(isInCalendar(leads, application));
    for (Person other : others) {
      assertEquals(404, application.read(other).statusCode(), other::name);
      assertFalse(isInCalendar(other, application), other::name);
    }
  }

  @Test
  void anOfferStandsStillWhileWhoeverGotItIsOnLeaveAndTheRestOfItsTimeIsLeftThen() {
    Person applicant = hired(company.lead, "employee");
    LiveOpportunity opportunity = LiveOpportunity.posted(company.hr, company);
    LiveApplication application = offered(opportunity, applicant);
    Tables.execute(
        """
        update opportunity set decided_on = current_date - 25 where id = '%1$s';
        update opportunity_application set answer_until = current_date - 11
        where opportunity_id = '%1$s'
        """
            .formatted(opportunity.id()));
    LocalDate last = Company.today().minusDays(11);
    String etag = application.etag(applicant);
    String ofHr = seen(company.hr, application);
    String ofAssessor = seen(company.stranger, application);

    takeIn(Company.stands(applicant, "ON_LEAVE", Company.today().minusDays(18)));

    assertFalse(etag.equals(application.etag(applicant)), "another day is another version");
    assertEquals(ofHr, seen(company.hr, application), "who is on leave isn't theirs to know");
    assertEquals(ofAssessor, seen(company.stranger, application));
    assertFalse(Said.by(application.read(applicant)).has("answerUntil"));
    assertFalse(Said.by(application.read(company.lead)).has("answerUntil"));
    assertFalse(isInCalendar(company.lead, application));
    assertEquals(0, tasks(applicant, "OFFER_ANSWER", application.path()));
    opportunity.stillUnanswered();

    takeIn(Company.stands(applicant, "ACTIVE", Company.today().minusDays(1)));
    LocalDate until = until(application, applicant);
    assertTrue(until.isAfter(Company.today().plusDays(6)), () -> last + " became " + until);
    assertTrue(until.isBefore(Company.today().plusDays(12)), () -> last + " became " + until);
    assertTrue(isInCalendar(company.lead, application));
    assertEquals(1, tasks(applicant, "OFFER_ANSWER", application.path()));
    opportunity.stillUnanswered();
    opportunity.unanswered();
    application.stands(applicant, "DECLINED");
  }

  @Test
  void whoeverIsOnLeaveIsOfferedItAndCanAcceptAtOnce() {
    Person applicant = hired(company.lead, "employee");
    Person other = hired(company.lead, "employee");
    takeIn(Company.stands(applicant, "ON_LEAVE", Company.today()));
    LiveOpportunity opportunity = LiveOpportunity.posted(company.hr, company, Map.of("places", 2));
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication away = opportunity.appliedBy(applicant);
    LiveApplication there = opportunity.appliedBy(other);
    opportunity.closed();
    away.assessed(company.hr, company.stranger).decided(company.hr, true);
    there.assessed(company.hr, company.stranger).decided(company.hr, true);
    opportunity.decided();
    assertFalse(Said.by(away.read(applicant)).has("answerUntil"));
    assertTrue(until(there, other).isAfter(Company.today()));

    Tables.execute(
        "update opportunity_application set answer_until = current_date - 3 where id = '%s'"
            .formatted(there.id()));
    opportunity.stillUnanswered();
    there.stands(other, "DECLINED");
    away.stands(applicant, "OFFERED");
    away.post(applicant, "acceptance").then().statusCode(200);
    assertEquals("FILLED", Said.text(opportunity.read(company.hr), "/state"));
  }

  @Test
  void whoeverLeavesHasWithdrawnAlsoWhatTheyWereOfferedAndAppliesAnewWhenTheyAreBack() {
    Person applicant = hired(company.lead, "employee");
    LiveOpportunity opportunity = LiveOpportunity.posted(company.hr, company);
    LiveApplication withdrawn = opportunity.appliedBy(applicant);
    takeIn(Company.leaves(applicant), company.rehire(applicant, company.lead, company.care()));
    withdrawn.stands(applicant, "WITHDRAWN");
    assertFalse(withdrawn.read(applicant).asString().contains("cerulean"));

    LiveApplication anew = offered(opportunity, applicant);
    takeIn(Company.leaves(applicant), company.rehire(applicant, company.lead, company.care()));
    anew.stands(applicant, "WITHDRAWN");
    assertEquals(404, anew.read(company.lead).statusCode());
    assertEquals("UNFILLED", Said.text(opportunity.read(company.hr), "/state"));
    for (Person each : new Person[] {applicant, company.hrLead}) {
      assertEquals(0, tasks(each, "OFFER_ANSWER", anew.path()), each::name);
    }
  }

  private LiveApplication offered(LiveOpportunity opportunity, Person applicant) {
    opportunity.assessedBy(company.hr, company.stranger);
    LiveApplication application = opportunity.appliedBy(applicant);
    opportunity.closed();
    application.assessed(company.hr, company.stranger).decided(company.hr, true);
    opportunity.decided();
    application.stands(applicant, "OFFERED");
    return application;
  }

  private Person hired(Person manager, String... roles) {
    Person person = company.person("P" + ++hired, "Given" + hired, "Family", roles);
    String unit = manager == company.chief ? company.mark() + "-board" : company.care();
    Hris.takeIn(company.hire(person, manager, unit));
    return person;
  }

  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
    Hris.followed();
  }

  private static String seen(Person reader, LiveApplication application) {
    return application.etag(reader) + application.read(reader).asString();
  }

  private static LocalDate until(LiveApplication application, Person reader) {
    return LocalDate.parse(Said.text(application.read(reader), "/answerUntil"));
  }

  /** Whether the offer is among the dates of somebody; what fell away is told as cancelled. */
  private static boolean isInCalendar(Person person, LiveApplication application) {
    return Said.by(person.ask().get("/v1/calendar"))
        .path("items")
        .valueStream()
        .filter(each -> each.path("state").asText().equals("CONFIRMED"))
        .anyMatch(each -> each.toString().contains(application.id()));
  }

  private static boolean keeps(Person person, LiveOpportunity opportunity) {
    return Said.by(opportunity.read(person)).path("relations").toString().contains("MANAGER");
  }

  private static long tasks(Person person, String kind, String path) {
    return Said.by(person.ask().get("/v1/tasks?limit=200&kind=" + kind))
        .path("items")
        .findValuesAsText("subject")
        .stream()
        .filter(path::equals)
        .count();
  }
}
