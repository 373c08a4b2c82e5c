package org.evenhand.kit.data.calendar;

import static io.restassured.RestAssured.given;
import static org.evenhand.kit.data.Database.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class CalendarTest {

  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-12-04");

  @Inject ShownDates dates;
  @Inject CalendarPurge purge;
  @Inject TestClock clock;
  @Inject Database database;

  private final UUID ann = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  @BeforeEach
  void noon() {
    clock.set(NOON);
    for (String table : new String[] {"duty", "colleague", "calendar_told"}) {
      database.execute("delete from " + table);
    }
    for (UUID person : new UUID[] {ann, ben}) {
      database.execute(
          "insert into colleague (id, external_id) values (?, ?)", person, person.toString());
    }
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void whatFallsTogetherIsOneEntryWithItsNumber() {
    UUID subject = UUID.randomUUID();
    owes(ann, "REPORT", subject, FRIDAY);
    owes(ann, "DECISION", UUID.randomUUID(), FRIDAY);
    owes(ann, "DECISION", UUID.randomUUID(), FRIDAY);
    owes(ben, "REPORT", UUID.randomUUID(), FRIDAY);

    calendar(ann, "")
        .body("from", equalTo("2026-12-01"))
        .body("to", equalTo("2027-03-03"))
        .body("missing", empty())
        .body("items.kind", contains("DECISION", "REPORT"))
        .body("items.count", contains(2, 1))
        .body("items.first", contains("2026-12-04", "2026-12-04"))
        .body("items.subject", contains("/v1/tasks?kind=DECISION", "/v1/promises/" + subject))
        .body("items[1].operations", contains("doREPORT"))
        .body("items[1].start", nullValue());
    calendar(ann, "?kind=REPORT").body("items.kind", contains("REPORT"));
  }

  @Test
  void whoeverLooksAfterALateDutyHasItToo() {
    owes(ann, "REPORT", UUID.randomUUID(), FRIDAY);
    database.execute(
        "update duty set state = 'ESCALATED', step = 1, responsible_id = ? where holder_id = ?",
        ben,
        ann);

    calendar(ben, "").body("items.kind", contains("REPORT"));
  }

  @Test
  void whatIsDoneBeforeItsDayIsToldAsCancelledAndForgottenAfter90Days() {
    owes(ann, "REPORT", UUID.randomUUID(), FRIDAY);
    String id = calendar(ann, "").extract().path("items[0].id");
    database.execute("update duty set state = 'DONE', closed_at = now()");

    for (int look = 0; look < 2; look++) {
      calendar(ann, "")
          .body("items.id", contains(id))
          .body("items.state", contains("CANCELLED"))
          .body("items.sequence", contains(1))
          .body("items[0].operations", empty());
    }
    clock.advance(Duration.ofDays(90));
    calendar(ann, "?from=2026-12-01").body("items", empty());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, await(purge::purge));
    assertEquals(0, database.number("select count(*) from calendar_told"));
  }

  @Test
  void aDateThatMovesIsTheSameEntryWithAHigherSequence() {
    dates.are(ann, share(When.on(FRIDAY)));
    String id = calendar(ann, "").body("items.sequence", contains(0)).extract().path("items[0].id");
    dates.are(ann, share(When.at(NOON.plus(Duration.ofDays(9)), ZoneId.of("Asia/Tokyo"))));

    calendar(ann, "")
        .body("items.id", contains(id))
        .body("items.sequence", contains(1))
        .body("items[0].start", equalTo("2026-12-10T12:00:00Z"))
        .body("items[0].zone", equalTo("Asia/Tokyo"))
        .body("items[0].first", nullValue());
  }

  @Test
  void onlyWhatLiesInThePeriodIsShownAndTheRestIsNotLost() {
    dates.are(ann, share(When.on(FRIDAY, FRIDAY.plusDays(3))));

    calendar(ann, "?from=2026-12-07&to=2026-12-07").body("items", hasSize(1));
    calendar(ann, "?from=2026-12-08").body("items", empty());
    calendar(ann, "?to=2026-12-03").body("items", empty());
    calendar(ann, "")
        .body("items.state", contains("CONFIRMED"))
        .body("items.sequence", contains(0));
  }

  @Test
  void aPeriodThatCannotBeIsRefusedWithItsParameter() {
    for (String period :
        new String[] {"?from=2026-12-04&to=2026-12-03", "?from=2026-01-01&to=2027-02-05"}) {
      ask(ann, period)
          .statusCode(400)
          .body("type", endsWith("/invalid-parameter"))
          .body("errors[0].parameter", equalTo("to"));
    }
    ask(ann, "?from=2026-01-01&to=2027-02-04").statusCode(200);
    ask(ann, "?from=tomorrow").statusCode(400).body("errors[0].parameter", equalTo("from"));
    ask(ann, "?kind=a%20b").statusCode(400);
  }

  @Test
  void aClientHasNoCalendarAndOthersAreForTheGatewayAlone() {
    dates.are(ann, share(When.on(FRIDAY)));
    String path = "/internal/v1/calendars/" + ann;
    as(Tokens.forClient("evenhand-gateway", "service"), path)
        .statusCode(200)
        .body("items", hasSize(1));
    as(Tokens.forClient("evenhand-policy", "service"), path)
        .statusCode(403)
        .body("detail", containsString("gateway"));
    as(Tokens.forEmployee(ann.toString(), "employee", "hr-lead"), path).statusCode(403);
    as(Tokens.forClient("evenhand-gateway", "service"), "/v1/calendar").statusCode(403);
  }

  private static CalendarDate share(When when) {
    return CalendarDate.of("MILESTONE_SHARE", "2026", when, "/v1/cycles/1");
  }

  private void owes(UUID person, String kind, UUID subject, LocalDate day) {
    database.execute(
        """
        insert into duty (id, version, kind, side, subject, part, holder_id, since, due_on, due_at,
          state, step)
        values (gen_random_uuid(), 0, ?, 'EMPLOYEE', ?, '', ?, now(), ?, now(), 'DUE', 0)
        """,
        kind,
        subject,
        person,
        day);
  }

  private static ValidatableResponse calendar(UUID person, String query) {
    return ask(person, query).statusCode(200);
  }

  private static ValidatableResponse ask(UUID person, String query) {
    return as(Tokens.forEmployee(person.toString(), "employee"), "/v1/calendar" + query);
  }

  private static ValidatableResponse as(Tokens caller, String path) {
    return given().header("Authorization", caller.bearer()).get(path).then();
  }
}
