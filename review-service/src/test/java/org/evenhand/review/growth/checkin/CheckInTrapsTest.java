package org.evenhand.review.growth.checkin;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of check-ins as people come, go and move. */
@QuarkusTest
class CheckInTrapsTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Company company;
  private Person person;

  @BeforeEach
  void found() {
    company = Company.of(1);
    person = company.staff.get(0);
  }

  @Test
  void aNewManagerReadsEarlierNotesIfTheEmployeeSaysSoAndTakesOverWhatIsOpen() {
    LiveCheckIn past = LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 2));
    past.keep(person, "kept alone").then().statusCode(200);
    past.keep(company.lead, "the lead's").then().statusCode(200);
    past.put(company.lead, "shared-note", Map.of("text", "shared then")).then().statusCode(200);
    String owed = past.promised(person, "MANAGER", "Ask for a tester");
    past.hold(person).then().statusCode(200);
    LiveCheckIn planned = LiveCheckIn.next(person);

    takeIn(line(company.stranger));

    planned.read(person).then().body("state", equalTo("SKIPPED")).body("reason", nullValue());
    LiveCheckIn next = LiveCheckIn.next(company.stranger);
    next.read(person)
        .then()
        .body("manager.name", equalTo(company.stranger.name()))
        .body("everyWeeks", equalTo(2))
        .body("earlierNotesPassedOn", equalTo(false));
    tasks(company.lead, "CHECK_IN").body("items", empty());
    tasks(company.lead, "CHECK_IN_ACTION").body("items", empty());
    tasks(company.stranger, "CHECK_IN").body("items.subject", contains(next.path()));
    tasks(company.stranger, "CHECK_IN_ACTION").body("items.subject", contains(owed));
    company.lead.ask().get(owed).then().statusCode(404);
    past.read(company.stranger).then().statusCode(404);
    next.put(company.stranger, "earlier-notes", Map.of("passedOn", true)).then().statusCode(403);

    next.put(person, "earlier-notes", Map.of("passedOn", true)).then().statusCode(200);
    String read =
        past.read(company.stranger)
            .then()
            .statusCode(200)
            .body("relations", contains("SUCCESSOR"))
            .body("sharedNotes.text", contains("shared then"))
            .body("actions", empty())
            .extract()
            .asString();
    assertFalse(read.contains("kept alone") || read.contains("the lead's"), read);
    past.put(company.stranger, "shared-note", Map.of("text", "mine")).then().statusCode(403);
    past.put(company.lead, "shared-note", Map.of("text", "later")).then().statusCode(403);
    past.note(company.stranger).then().statusCode(403);
    past.note(company.lead).then().body("text", equalTo("the lead's"));
    past.keep(company.lead, "still mine").then().statusCode(200);

    next.put(person, "earlier-notes", Map.of("passedOn", false)).then().statusCode(200);
    past.read(company.stranger).then().statusCode(404);
    next.put(person, "earlier-notes", Map.of("passedOn", true)).then().statusCode(200);
    takeIn(line(company.lead));
    past.read(company.stranger).then().statusCode(404);
  }

  @Test
  void duringALeaveNothingIsDueOrMissedAndAfterItThereIsTime() {
    LiveCheckIn checkIn = LiveCheckIn.planned(company.lead, person);
    String owed = checkIn.promised(company.lead, "EMPLOYEE", "Write it down");

    takeIn(status(person, "ON_LEAVE"));
    checkIn.read(person).then().body("paused", equalTo(true));
    timePasses(checkIn);
    checkIn.read(person).then().body("state", equalTo("PLANNED"));
    tasks(person, "CHECK_IN").body("items", empty());
    tasks(company.lead, "CHECK_IN").body("items", empty());
    tasks(person, "CHECK_IN_ACTION").body("items", empty());

    takeIn(status(person, "ACTIVE"));
    checkIn.read(person).then().body("paused", equalTo(false)).body("state", equalTo("PLANNED"));
    assertEquals(
        1,
        Tables.count(
            "check_in where planned_for > current_date and id = '%s'".formatted(checkIn.id())));
    tasks(company.lead, "CHECK_IN").body("items.subject", contains(checkIn.path()));
    tasks(person, "CHECK_IN_ACTION").body("items.subject", contains(owed));

    takeIn(status(company.lead, "ON_LEAVE"));
    tasks(person, "CHECK_IN").body("items", empty());
  }

  @Test
  void whatTheEmployeeLetSomebodyReadIsTheirsToTakeBackWhateverHasBecomeOfThatCheckIn() {
    LiveCheckIn past = LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 2));
    past.put(company.lead, "shared-note", Map.of("text", "shared then")).then().statusCode(200);
    past.hold(person).then().statusCode(200);
    takeIn(line(company.stranger));
    LiveCheckIn first = LiveCheckIn.next(company.stranger);
    first.put(person, "earlier-notes", Map.of("passedOn", true)).then().statusCode(200);
    first.post(person, "skipping", Map.of("reason", "not today")).then().statusCode(200);
    LiveCheckIn second = LiveCheckIn.next(company.stranger);
    second.read(person).then().body("earlierNotesPassedOn", equalTo(true));
    past.read(company.stranger).then().statusCode(200);

    first
        .read(person)
        .then()
        .body("actions", hasItem("passEarlierNotesOn"))
        .body("earlierNotesPassedOn", equalTo(true));
    first.put(person, "earlier-notes", Map.of("passedOn", false)).then().statusCode(200);
    past.read(company.stranger).then().statusCode(404);
    company.stranger.ask().get("/v1/check-ins?state=HELD").then().body("items", empty());

    second.put(person, "earlier-notes", Map.of("passedOn", true)).then().statusCode(200);
    takeIn(line(company.chief));
    second
        .put(person, "earlier-notes", Map.of("passedOn", true))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/passedOn"));
    second
        .put(person, "earlier-notes", Map.of("passedOn", false))
        .then()
        .statusCode(200)
        .body("earlierNotesPassedOn", equalTo(false));
    takeIn(line(company.stranger));
    past.read(company.stranger).then().statusCode(404);
  }

  /** Whoever read it before would else go on believing what it said of them. */
  @Test
  void passingEarlierNotesOnMovesTheVersionOfTheCheckInThatShowsIt() {
    LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 2)).hold(person);
    takeIn(line(company.stranger));
    LiveCheckIn next = LiveCheckIn.next(person);
    String before = String.valueOf(next.read(person).header("ETag"));

    next.put(person, "earlier-notes", Map.of("passedOn", true)).then().statusCode(200);

    String after = String.valueOf(next.read(person).header("ETag"));
    assertNotEquals(before, after);
    person
        .ask()
        .header("If-Match", before)
        .body(Map.of("passedOn", false))
        .put(next.path() + "/earlier-notes")
        .then()
        .statusCode(412);
  }

  @Test
  void whatIsHeldWithSomebodyElseLaterIsNotAmongEarlierNotes() {
    LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 2)).hold(person);
    takeIn(line(company.stranger));
    LiveCheckIn.next(company.stranger)
        .put(person, "earlier-notes", Map.of("passedOn", true))
        .then()
        .statusCode(200);
    takeIn(line(company.chief));
    LiveCheckIn later = LiveCheckIn.next(company.chief);
    later.hold(company.chief).then().statusCode(200);

    takeIn(line(company.stranger));

    later.read(company.stranger).then().statusCode(404);
  }

  @Test
  void whatNobodySaidAnythingOfIsMissedAndLateAndTheNextOneFollows() {
    LiveCheckIn checkIn = LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 1));
    timePasses(checkIn);
    await()
        .atMost(SOON)
        .untilAsserted(() -> checkIn.read(person).then().body("state", equalTo("MISSED")));

    LiveCheckIn next = LiveCheckIn.next(person);
    Tables.execute(
        """
        update duty set due_on = current_date - 15, due_at = now() - interval '14 days',
          next_at = now() where subject = '%s'
        """
            .formatted(checkIn.id()));
    for (Person one : List.of(person, company.lead)) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  tasks(one, "CHECK_IN")
                      .body("items.subject", contains(checkIn.path(), next.path()))
                      .body("items.state", contains("OVERDUE", "DUE"))
                      .body("items.late", contains(true, false)));
    }
    tasks(company.chief, "CHECK_IN").body("items", empty());
    checkIn
        .read(person)
        .then()
        .body("actions", hasItems("holdCheckIn", "skipCheckIn", "putPrivateNote"));

    checkIn.hold(company.lead).then().statusCode(200).body("state", equalTo("HELD"));
    tasks(person, "CHECK_IN").body("items.subject", contains(next.path()));
    assertEquals(
        2,
        Tables.count(
            "duty where state = 'DONE' and closed_at > due_at and subject = '%s'"
                .formatted(checkIn.id())));
  }

  @Test
  void whatWasMissedStaysMissedAndIsNobodysToRecordOnceTheTwoHaveParted() {
    LiveCheckIn checkIn = LiveCheckIn.planned(company.lead, person);
    timePasses(checkIn);
    checkIn.read(person).then().body("state", equalTo("MISSED"));
    tasks(person, "CHECK_IN").body("items.subject", contains(checkIn.path()));

    takeIn(line(company.stranger));

    checkIn.read(person).then().body("state", equalTo("MISSED"));
    tasks(person, "CHECK_IN").body("items", empty());
    tasks(company.lead, "CHECK_IN").body("items", empty());
    checkIn.hold(company.lead).then().statusCode(403);
    assertEquals(
        1, Tables.count("check_in where state = 'MISSED' and id = '%s'".formatted(checkIn.id())));
  }

  @Test
  void whatAnAbsenceThatIsToldLateLetPassWasNotMissed() {
    LiveCheckIn checkIn = LiveCheckIn.planned(company.lead, person);
    timePasses(checkIn);
    checkIn.read(person).then().body("state", equalTo("MISSED"));

    Hris.takeIn(status(person, "ON_LEAVE", Company.today().minusDays(25)));
    takeIn(status(person, "ACTIVE", Company.today().minusDays(4)));

    checkIn.read(person).then().body("state", equalTo("SKIPPED")).body("reason", nullValue());
  }

  @Test
  void whoeverLeavesEndsItAndBeginsAnewWhenTheyAreBack() {
    LiveCheckIn held = LiveCheckIn.planned(company.lead, person, Map.of("everyWeeks", 2));
    String owed = held.promised(company.lead, "EMPLOYEE", "Write it down");
    held.hold(person).then().statusCode(200);
    LiveCheckIn checkIn = LiveCheckIn.next(person);

    takeIn(Hris.row(person.externalId(), "TERMINATE", Company.today().toString()));
    checkIn.read(company.lead).then().body("state", equalTo("SKIPPED"));
    company
        .lead
        .ask()
        .get(owed)
        .then()
        .body("state", equalTo("DROPPED"))
        .body("closedBy", nullValue());
    tasks(company.lead, "CHECK_IN").body("items", empty());

    takeIn(
        company
            .hire(person, company.stranger, company.care(), "EMPLOYEE", Company.today())
            .replace(",HIRE", ",REHIRE"));
    person.ask().get("/v1/check-ins?state=PLANNED").then().body("items", empty());
    company.stranger.ask().get(owed).then().statusCode(404);
    LiveCheckIn anew = LiveCheckIn.planned(person, person);
    anew.put(person, "earlier-notes", Map.of("passedOn", true)).then().statusCode(200);
    held.read(company.stranger).then().statusCode(404);
    anew.read(company.stranger).then().statusCode(200);
  }

  /** Its days are over, and what waits for that is looked at. */
  private static void timePasses(LiveCheckIn checkIn) {
    Tables.execute(
        """
        update check_in set planned_for = current_date - 20, record_by = current_date - 15
        where id = '%1$s';
        update due_work set due_at = now(), try_at = now()
        where kind = 'check-in-deadline' and subject = '%1$s'
        """
            .formatted(checkIn.id()));
    await()
        .atMost(SOON)
        .until(
            () ->
                Tables.count(
                        "due_work where kind = 'check-in-deadline' and subject = '%s'"
                            .formatted(checkIn.id()))
                    == 0);
  }

  private String line(Person manager) {
    return person.externalId()
        + ",,,,"
        + manager.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  private static String status(Person who, String status) {
    return status(who, status, Company.today());
  }

  private static String status(Person who, String status, LocalDate since) {
    return who.externalId() + ",".repeat(13) + status + ",," + since + ",CHANGE";
  }

  /** Takes a row in, and waits until what follows from it for check-ins has been done. */
  private static void takeIn(String row) {
    Hris.takeIn(row);
    Hris.followed();
  }

  private static ValidatableResponse tasks(Person who, String kind) {
    return who.ask().get("/v1/tasks?kind=" + kind).then().statusCode(200);
  }
}
