package org.evenhand.review.growth.checklist;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveApplication;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.LiveOpportunity;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that imports begin, and what later imports do to them. */
@QuarkusTest
class ChecklistImportTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> KINDS =
      List.of("ONBOARDING", "RETURN", "MANAGER_HANDOVER", "ROLE_CHANGE", "CROSS_BORDER", "LEAVING");

  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(8);
    // What was never seen of somebody can't have changed.
    settled();
    person = company.staff.get(0);
    KINDS.forEach(kind -> LiveChecklist.put(company, kind, LiveChecklist.oneEach()));
  }

  @AfterEach
  void forget() {
    KINDS.forEach(kind -> LiveChecklist.put(company, kind, List.of()));
  }

  @Test
  void eachOccasionBeginsItsListOnceHoweverOftenItIsTold() {
    LocalDate today = Company.today();
    Person hired = company.person("HIRED", "Ida", "Novak", "employee");
    Person longHere = company.person("LONG", "Ola", "Berg", "employee");
    Person dotted = company.staff.get(6);
    String[] file = {
      company.hire(hired, company.lead, company.care(), "EMPLOYEE", today.minusDays(3)),
      company.hire(longHere, company.lead, company.care(), "EMPLOYEE", today.minusDays(40)),
      change(1, 4, company.stranger.externalId(), 5, "LINE"),
      change(2, 7, "L5"),
      change(3, 10, "DE"),
      change(4, 13, "ON_LEAVE"),
      change(6, 4, company.stranger.externalId(), 5, "DOTTED"),
      Hris.row(company.staff.get(5).externalId(), "TERMINATE", today.toString())
    };
    takeIn(file);
    assertEquals(List.of("ONBOARDING"), LiveChecklist.kinds(hired, "OPEN"));
    assertEquals(List.of(), LiveChecklist.kinds(longHere, "OPEN"));
    assertEquals(List.of("MANAGER_HANDOVER"), kinds(1));
    assertEquals(List.of("ROLE_CHANGE"), kinds(2));
    assertEquals(List.of("CROSS_BORDER"), kinds(3));
    assertEquals(List.of(), kinds(4));
    assertEquals(List.of(), LiveChecklist.kinds(dotted, "OPEN"));
    assertEquals(List.of("LEAVING"), ofLeaver(5));
    LiveChecklist handover = LiveChecklist.open(company.staff.get(1), "MANAGER_HANDOVER");
    handover.read(company.stranger).then().statusCode(200);
    handover.read(company.lead).then().statusCode(404);
    long begun = Tables.count("checklist");

    takeIn(change(4, 13, "ACTIVE"));
    assertEquals(List.of("RETURN"), kinds(4));
    takeIn(file[0], file[2], file[3], file[4]);
    takeIn(change(4, 13, "ACTIVE"));
    assertEquals(begun + 1, Tables.count("checklist"));
    assertEquals(0, Tables.count("checklist_beginning"));
  }

  @Test
  void aLeaveBetweenTwoLooksBeginsAReturnAndAnotherAssignmentNoSecondOne() {
    takeIn(
        company
            .hire(person, company.stranger, company.mark() + "-lab", "EMPLOYEE", Company.today())
            .replace("EMPLOYEE,,,", "EMPLOYEE,,A-2,"));
    assertEquals(List.of("ONBOARDING"), kinds(0));
    LiveChecklist.open(person, "ONBOARDING").read(company.lead).then().statusCode(404);
    LiveChecklist.open(person, "ONBOARDING").read(company.stranger).then().statusCode(200);
    LocalDate today = Company.today();
    Hris.takeIn(status(0, "ON_LEAVE", today.minusDays(20)));
    takeIn(status(0, "ACTIVE", today.minusDays(5)));
    assertEquals(List.of("ONBOARDING", "RETURN"), kinds(0).stream().sorted().toList());
    LiveChecklist.open(person, "RETURN").read(company.lead).then().statusCode(200);
  }

  @Test
  void whatWasDoneBeforeTheImportToldOfItIsNotBegunAgain() {
    LocalDate today = Company.today();
    takeIn(status(0, "ON_LEAVE", today.minusDays(20)));
    LiveChecklist list = LiveChecklist.begun(company, person, "RETURN", onlyEmployee());
    LiveChecklist.put(company, "RETURN", LiveChecklist.oneEach());
    takeIn(status(0, "ACTIVE", today));
    list.done(person, "EMPLOYEE").then().statusCode(200);
    Tables.execute(
        """
        insert into checklist_beginning (id, kind, assignment_id, on_day, away_since)
        select id, 'RETURN', assignment_id, current_date, current_date - 20
        from checklist where id = '%s'
        """
            .formatted(list.id()));
    Tables.execute(
        "insert into due_work (kind, subject, due_at, try_at) values ('checklist-beginning', '%s',"
                .formatted(list.id())
            + " now(), now())");
    settled();
    assertEquals(List.of(), kinds(0));
  }

  @Test
  void aLeaveIsNotToldToWhoeverAccompaniesThePerson() {
    LiveChecklist list =
        LiveChecklist.begun(company, person, "ROLE_CHANGE", LiveChecklist.oneEach());
    Person buddy = company.staff.get(7);
    list.accompanied(company.lead, buddy).then().statusCode(200);
    String etag = list.read(buddy).header("ETag");
    takeIn(status(0, "ON_LEAVE", Company.today()));
    assertEquals(etag, list.read(buddy).header("ETag"));
  }

  @Test
  void aRehireIsAJoiningAndNoReturn() {
    LocalDate today = Company.today();
    Hris.takeIn(status(0, "ON_LEAVE", today.minusDays(9)));
    Hris.takeIn(Hris.row(person.externalId(), "TERMINATE", today.minusDays(2).toString()));
    takeIn(
        company
            .hire(person, company.stranger, company.care(), "EMPLOYEE", today)
            .replace(",HIRE", ",REHIRE"));
    assertEquals(List.of("ONBOARDING"), kinds(0));
  }

  @Test
  void anExitEndsAllListsButTheOneForLeavingOfWhichTheManagerDoesTheRest() {
    LiveChecklist role =
        LiveChecklist.begun(company, person, "ROLE_CHANGE", LiveChecklist.oneEach());
    LiveChecklist.put(company, "ROLE_CHANGE", LiveChecklist.oneEach());
    String leaving =
        LiveChecklist.parsed(
                LiveChecklist.begin(
                    company.hr,
                    person,
                    "LEAVING",
                    Map.of("startsOn", Company.today().plusDays(20).toString())))
            .path("id")
            .asText();
    LiveChecklist list = new LiveChecklist(leaving, company.lead);
    assertEquals(2, tasks(company.lead, list));

    takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().toString()));
    JsonNode ended = role.seenBy(company.lead);
    assertEquals("CANCELLED", ended.path("state").asText());
    assertEquals("ASSIGNMENT", ended.path("ending").path("cause").asText());
    assertEquals("OPEN", list.seenBy(company.lead).path("state").asText());
    assertEquals(3, tasks(company.lead, list));
    list.done(company.lead, "EMPLOYEE").then().statusCode(200);
    assertEquals(1, LiveChecklist.kinds(company.lead, "OPEN").size());

    takeIn(
        company
            .hire(person, company.lead, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));
    assertEquals("CANCELLED", list.seenBy(company.hr).path("state").asText());
  }

  @Test
  void aLeaveInTheMiddleMovesTheDaysAndNobodyWaitsMeanwhile() {
    LiveChecklist list =
        LiveChecklist.begun(
            company, person, "ROLE_CHANGE", List.of(LiveChecklist.item("EMPLOYEE", "Learn", 20)));
    Tables.execute(
        "update checklist set created_on = created_on - 60 where id = '%s'".formatted(list.id()));
    LocalDate due = dueOn(list);
    LocalDate today = Company.today();
    takeIn(status(0, "ON_LEAVE", today.minusDays(30)));
    assertEquals(0, tasks(person, list));
    takeIn(status(0, "ACTIVE", today));
    assertEquals(due.plusDays(30), dueOn(list));
    assertEquals(1, tasks(person, list));
  }

  @Test
  void whoeverLeadsThePersonNowGoesOnAndABuddyWhoLeavesIsNone() {
    LiveChecklist list =
        LiveChecklist.begun(company, person, "ONBOARDING", LiveChecklist.oneEach());
    LiveChecklist.put(company, "MANAGER_HANDOVER", List.of());
    Person buddy = company.staff.get(7);
    list.accompanied(company.lead, buddy).then().statusCode(200);
    takeIn(
        change(0, 4, company.stranger.externalId(), 5, "LINE"),
        Hris.row(buddy.externalId(), "TERMINATE", Company.today().toString()));
    list.read(company.lead).then().statusCode(404);
    assertEquals(0, tasks(company.lead, list));
    assertEquals(2, tasks(company.stranger, list));
    list.done(company.stranger, "MANAGER").then().statusCode(200);
    list.done(company.stranger, "BUDDY").then().statusCode(200);
  }

  @Test
  void aBuddyWhoLeavesIsNoneAlsoWhereTheyAreHiredAnewBeforeAnybodyLooks() {
    LiveChecklist list =
        LiveChecklist.begun(company, person, "ONBOARDING", LiveChecklist.oneEach());
    Person buddy = company.person("BUDDY", "Femke", "Udeze", "employee");
    takeIn(company.hire(buddy, company.chief, company.care()));
    list.accompanied(company.lead, buddy).then().statusCode(200);
    takeIn(Company.leaves(buddy), company.rehire(buddy, company.chief, company.care()));
    list.read(buddy).then().statusCode(404);
    assertEquals(2, tasks(company.lead, list));
    list.accompanied(company.lead, buddy).then().statusCode(200);
    takeIn(Company.stands(buddy, "ON_LEAVE", Company.today()));
    list.read(buddy).then().statusCode(200);
  }

  @Test
  void aSecondHandoverTakesThePlaceOfTheFirst() {
    takeIn(change(0, 4, company.stranger.externalId(), 5, "LINE"));
    LiveChecklist first = LiveChecklist.open(person, "MANAGER_HANDOVER");
    takeIn(change(0, 4, company.dotted.externalId(), 5, "LINE"));
    LiveChecklist second = LiveChecklist.open(person, "MANAGER_HANDOVER");
    assertEquals("BEGUN_ANEW", first.seenBy(person).path("ending").path("cause").asText());
    second.read(company.dotted).then().statusCode(200);
  }

  @Test
  void whoIsBackSeesWhatHasChangedAndNobodyElseDoes() {
    LocalDate today = Company.today();
    LiveReview told = toldMeanwhile();
    LiveCycle cycle = LiveCycle.open(company);
    LiveGoal goal = LiveGoal.agreed(company.lead, person, LiveGoal.terms("as before", Map.of()));
    Tables.execute(
        "update goal set created_on = created_on - 60 where id = '%s'".formatted(goal.id()));
    takeIn(status(0, "ON_LEAVE", today.minusDays(30)));
    Hris.followed();
    takeIn(status(0, "ACTIVE", today));
    Hris.followed();
    LiveOpportunity open = LiveOpportunity.posted(company.hr, company);
    LiveOpportunity elsewhere =
        LiveOpportunity.posted(
            company.hr,
            company,
            Map.of("eligibility", Map.of("orgUnits", List.of(company.mark() + "-elsewhere"))));
    LiveOpportunity drafted = LiveOpportunity.drafted(company.hr, company);
    LiveChecklist list = LiveChecklist.open(person, "RETURN");
    JsonNode seen = LiveChecklist.parsed(person.ask().get(list.path() + "/changes"));
    assertEquals(today.minusDays(30).toString(), seen.path("since").asText());
    assertEquals(List.of(goal.id()), seen.path("goals").findValuesAsText("goalId"));
    assertEquals(
        List.of(cycle.reviewOf(person).id()), seen.path("reviews").findValuesAsText("reviewId"));
    assertTrue(seen.at("/results/0/appealableUntil").isTextual());
    assertTrue(seen.path("opportunities").findValuesAsText("opportunityId").contains(open.id()));
    resultsThatTheTimeAwayConcerns(list, told);
    onlyWhatOneCanApplyFor(list, open, elsewhere);
    for (LiveOpportunity closed : List.of(elsewhere, drafted)) {
      assertFalse(seen.toString().contains(closed.id()));
    }
    for (Person other : List.of(company.lead, company.hr)) {
      other.ask().get(list.path() + "/changes").then().statusCode(403);
    }
    company.chief.ask().get(list.path() + "/changes").then().statusCode(404);
  }

  @Test
  void whoIsBackSeesUntilWhenTheirTrainingRunsAndNotWhatWasOverBefore() {
    LocalDate today = Company.today();
    takeIn(status(0, "ON_LEAVE", today.minusDays(30)));
    takeIn(status(0, "ACTIVE", today));
    String running = trained(person, "Rating fairly", today.plusDays(200));
    String standing = trained(person, "Judging appeals", null);
    trained(person, "Long over", today.minusDays(31));
    trained(company.lead, "Of somebody else", today.plusDays(9));
    LiveChecklist list = LiveChecklist.open(person, "RETURN");

    JsonNode seen =
        LiveChecklist.parsed(person.ask().get(list.path() + "/changes")).path("trainings");

    assertEquals(List.of(standing, running), seen.findValuesAsText("moduleId"));
    assertEquals("Rating fairly", seen.at("/1/title").asText());
    assertEquals(today.plusDays(200).toString(), seen.at("/1/validUntil").asText());
    assertFalse(seen.path(0).has("validUntil"), "still stands still, or counts for good");
  }

  /** As policy-service tells it; the id of the module. */
  private static String trained(Person person, String title, LocalDate until) {
    String module = UUID.randomUUID().toString();
    String completion = UUID.randomUUID().toString();
    String validUntil = until == null ? "" : ", \"validUntil\": \"" + until + "\"";
    told(
        "training-module.changed",
        module,
        """
        {"moduleId": "%s", "title": "%s", "requiredFor": [], "offeredAt": "2026-01-01T00:00:00Z"}
        """
            .formatted(module, title));
    told(
        "training.changed",
        completion,
        """
        {"completionId": "%s", "moduleId": "%s", "personId": "%s", "held": true,
         "at": "2026-01-01T00:00:00Z"%s}
        """
            .formatted(completion, module, LiveAppeal.idOf(person), validUntil));
    await()
        .atMost(SOON)
        .until(() -> Tables.count("held_training where id = '" + completion + "'") == 1);
    return module;
  }

  private static void told(String type, String subject, String json) {
    Events.ofTest()
        .publish(
            "evenhand.internal.training",
            "org.evenhand." + type + ".v1",
            "/policy-service",
            subject,
            1,
            json);
  }

  /** Those told meanwhile, and those whose days to appeal ran meanwhile. */
  private void resultsThatTheTimeAwayConcerns(LiveChecklist list, LiveReview told) {
    assertEquals(List.of(told.id()), ids(list, "results", "reviewId"));
    shared(told, -1, 0);
    assertEquals(List.of(), ids(list, "results", "reviewId"), "told since they are back");
    shared(told, 31, 20);
    assertEquals(List.of(told.id()), ids(list, "results", "reviewId"), "while they were away");
    shared(told, 60, 31);
    assertEquals(List.of(), ids(list, "results", "reviewId"), "over before they went");
  }

  private static void shared(LiveReview review, int daysAgo, int appealableUntilDaysAgo) {
    Tables.execute(
        "update review set shared_at = now() - interval '%d days', answer_until = current_date - 40,"
                .formatted(daysAgo)
            + " appealable_until = current_date - %d where id = '%s'"
                .formatted(appealableUntilDaysAgo, review.id()));
  }

  /** Not what they have applied for, and not hidden behind what others can apply for. */
  private void onlyWhatOneCanApplyFor(
      LiveChecklist list, LiveOpportunity open, LiveOpportunity elsewhere) {
    Tables.execute(
        "insert into opportunity select (jsonb_populate_record(o, jsonb_build_object('id',"
            + " '00000000-0000-7000-8000-' || lpad(n::text, 12, '0')))).*"
            + " from opportunity o, generate_series(1, 200) n where o.id = '%s'"
                .formatted(elsewhere.id()));
    Person leading =
        new Person(
            person.externalId(),
            person.givenName(),
            person.familyName(),
            List.of("employee", "hr-lead"));
    String seen = leading.ask().get(list.path() + "/changes").asString();
    Tables.execute("delete from opportunity where id < '00000000-0000-7000-8000-000000001000'");
    assertTrue(seen.contains(open.id()), seen);
    LiveApplication applied = open.appliedBy(person);
    assertFalse(ids(list, "opportunities", "opportunityId").contains(open.id()));
    applied.post(person, "withdrawal").then().statusCode(200);
    assertTrue(ids(list, "opportunities", "opportunityId").contains(open.id()));
  }

  private List<String> ids(LiveChecklist list, String part, String of) {
    return LiveChecklist.parsed(person.ask().get(list.path() + "/changes"))
        .path(part)
        .findValuesAsText(of);
  }

  /** A result that is shared within the time of the leave. */
  private LiveReview toldMeanwhile() {
    LiveCycle past = LiveCycle.open(company, company.mark() + "-past");
    LiveReview review = past.reviewOf(person);
    review.conclude(company.lead, 3);
    past.calibrate();
    past.share();
    Tables.execute(
        "update review set shared_at = shared_at - interval '9 days' where id = '%s'"
            .formatted(review.id()));
    return review;
  }

  @Test
  void whoIsBackIsToldWhereToSayThatTheyKnowWhatWasAnnounced() {
    LocalDate today = Company.today();
    Policy took = Policy.inEffect();
    Policy announced = Policy.announced();
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "policy_version where policy_id in ('%s', '%s') and state <> 'WITHDRAWN'"
                            .formatted(took.id(), announced.id()))
                    == 2);
    Tables.execute(
        "update policy_version set effective_on = current_date - 9 where policy_id = '%s'"
            .formatted(took.id()));
    takeIn(status(0, "ON_LEAVE", today.minusDays(30)));
    takeIn(status(0, "ACTIVE", today));
    LiveChecklist list = LiveChecklist.open(person, "RETURN");
    JsonNode seen = LiveChecklist.parsed(person.ask().get(list.path() + "/changes"));
    assertTrue(seen.path("policies").findValuesAsText("notice").contains(notice(took)));
    assertTrue(seen.path("announced").findValuesAsText("notice").contains(notice(announced)));
  }

  private static String notice(Policy policy) {
    return "/v1/policies/" + policy.id() + "/versions/1/acknowledgements";
  }

  @Test
  void whatLiesAheadIsTakenByNoImportAndBeginsNothing() {
    Person later = company.person("LATER", "Lina", "Falk", "employee");
    Hris.importOrg(
            company.hire(
                later, company.lead, company.care(), "EMPLOYEE", Company.today().plusDays(9)))
        .then()
        .statusCode(207)
        .body("refused", equalTo(1));
    assertEquals(0, Tables.count("checklist_beginning"));
  }

  private List<String> kinds(int staff) {
    return LiveChecklist.kinds(company.staff.get(staff), "OPEN");
  }

  /** Whoever has left reads nothing themself. */
  private List<String> ofLeaver(int staff) {
    String id = LiveAppeal.idOf(company.staff.get(staff));
    return LiveChecklist.parsed(company.hr.ask().get("/v1/checklists?state=OPEN&employee=" + id))
        .path("items")
        .findValuesAsText("kind");
  }

  private String status(int staff, String status, LocalDate since) {
    return company.staff.get(staff).externalId()
        + ",".repeat(13)
        + status
        + ",,"
        + since
        + ",CHANGE";
  }

  /** A row that changes some cells, from today on. */
  private String change(int staff, Object... cells) {
    String[] row = new String[17];
    Arrays.fill(row, "");
    row[0] = company.staff.get(staff).externalId();
    row[15] = Company.today().toString();
    row[16] = "CHANGE";
    for (int i = 0; i < cells.length; i += 2) {
      row[(Integer) cells[i]] = (String) cells[i + 1];
    }
    return String.join(",", row);
  }

  private static LocalDate dueOn(LiveChecklist list) {
    return LocalDate.parse(list.seenBy(list.whose()).at("/items/0/dueOn").asText());
  }

  /** Takes rows in, and waits until what follows from them for lists has been done. */
  private static void takeIn(String... rows) {
    Hris.takeIn(rows);
    settled();
  }

  private static List<Map<String, Object>> onlyEmployee() {
    return List.of(LiveChecklist.item("EMPLOYEE", "Renew the badge", 5));
  }

  private static void settled() {
    Hris.done(
        "kind in ('moved-posts', 'checklist-occasions', 'checklist-beginning', 'checklist-watch')");
  }

  private static long tasks(Person who, LiveChecklist list) {
    return LiveChecklist.parsed(who.ask().get("/v1/tasks?limit=200&kind=CHECKLIST_ITEM"))
        .path("items")
        .findValuesAsText("subject")
        .stream()
        .filter(list.path()::equals)
        .count();
  }
}
