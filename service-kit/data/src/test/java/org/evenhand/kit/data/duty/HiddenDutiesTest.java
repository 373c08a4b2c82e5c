package org.evenhand.kit.data.duty;

import static io.restassured.RestAssured.given;
import static org.evenhand.kit.data.Database.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boss leads Ann and the second boss; Ann leads Ben. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class HiddenDutiesTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");
  private static final Instant WEEKS_LATER = Instant.parse("2026-12-28T12:00:00Z");

  @Inject Duties duties;
  @Inject DutyWatch watch;
  @Inject Promises promises;
  @Inject TestClock clock;
  @Inject Database database;

  private final UUID boss = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID ann = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  @BeforeEach
  void noon() {
    clock.set(NOON);
    for (String table : List.of("duty", "colleague", "colleague_hr_unit", "duty_charter")) {
      database.execute("delete from " + table);
    }
    works(boss, null);
    works(second, boss);
    works(ann, boss);
    works(ben, ann);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void whatIsHiddenTakesNoRoomInAPageAndNoCursorStandsOnIt() {
    IntStream.range(0, 120).forEach(i -> owe(decision(ben, FRIDAY)));
    UUID seen = owe(decision(second, FRIDAY.plusDays(1)));
    IntStream.range(0, 3).forEach(i -> owe(decision(ben, FRIDAY.plusDays(2))));

    tasks(ann, "limit=1", "hr-lead")
        .body("items.subject", contains("/v1/promises/" + seen))
        .body("next", nullValue());
  }

  @Test
  void whatIsHiddenTakesNoRoomAmongWhatCanBeWaived() {
    // who owes it is below the one who asks, and whom it concerns is not
    IntStream.range(0, 70).forEach(i -> owe(report(ben, second, FRIDAY)));
    UUID seen = owe(report(second, second, FRIDAY.plusDays(1)));

    tasks(ann, "waivable=true&limit=1", "hr-lead")
        .body("items.subject", contains("/v1/promises/" + seen))
        .body("next", nullValue());
  }

  @Test
  void whatIsConfidentialFallsLateAndGoesToNobodyWhateverACharterSays() {
    database.execute(
        """
        insert into duty_charter (subject, version, charter) values (gen_random_uuid(), 1,
          '{"charterId": "00000000-0000-0000-0000-000000000001", "version": 1, "terms": [
            {"kind": "SECRET", "workingDays": 1, "path": [{"to": "NEXT_UP", "workingDays": 0},
              {"to": "HR_LEAD", "workingDays": 0}]}]}')
        """);
    UUID secret = owe(secret(ben));
    database.execute("update colleague set status = 'ON_LEAVE' where id = ?", ben);

    clock.set(WEEKS_LATER);
    passOn();

    tasks(ben, "limit=50", "employee")
        .body("items.subject", contains("/v1/promises/" + secret))
        .body("items.state", contains("OVERDUE"))
        .body("items.late", contains(true));
    closedToOthers();
  }

  /** As a path led it there that was followed before. */
  @Test
  void whatIsConfidentialIsShownToNobodyWhoLooksAfterItAlready() {
    owe(secret(ben));
    database.execute(
        "update duty set state = 'ESCALATED', step = 1, responsible_id = ?,"
            + " responsible_role = 'hr-lead'",
        ann);

    closedToOthers();
  }

  /** First it is late, then others are asked. */
  private void passOn() {
    for (int step = 0; step < 3; step++) {
      await(watch::runDue);
    }
  }

  private void closedToOthers() {
    for (UUID other : List.of(ann, boss, second)) {
      tasks(other, "limit=50", "manager", "hr", "hr-lead").body("items", empty());
      tasks(other, "waivable=true", "manager", "hr", "hr-lead").body("items", empty());
      given()
          .header("Authorization", token(other, "manager", "hr", "hr-lead"))
          .get("/v1/calendar?from=2026-11-25&to=2027-01-10")
          .then()
          .statusCode(200)
          .body("items.kind", not(hasItem("SECRET")));
    }
  }

  @Test
  void inAnotherAssignmentWhoeverLeadsThatOneLooksAfterItNextAndNobodyElse() {
    UUID there = owe(report(ben, ben, FRIDAY));
    promises.leads(Optional.of(second), there);

    tasks(ann, "waivable=true", "manager").body("items", empty());
    for (UUID above : List.of(second, boss)) {
      tasks(above, "waivable=true", "manager")
          .body("items.subject", contains("/v1/promises/" + there));
    }
    clock.set(WEEKS_LATER);
    passOn();

    assertEquals(
        List.of(second),
        database.rows("select responsible_id from duty where step = 1").stream()
            .map(row -> row.get(0))
            .toList());
    tasks(second, "limit=50", "manager").body("items.subject", contains("/v1/promises/" + there));
    tasks(ann, "limit=50", "manager").body("items", empty());
  }

  @Test
  void inAnAssignmentThatNobodyLeadsItIsNobodysOfAnotherLine() {
    UUID there = owe(report(ben, ben, FRIDAY));
    promises.leads(Optional.empty(), there);

    tasks(ann, "waivable=true", "manager").body("items", empty());
    clock.set(WEEKS_LATER);
    await(watch::runDue);
    await(watch::runDue);

    assertEquals(0, database.number("select count(*) from duty where responsible_id is not null"));
    tasks(ann, "limit=50", "manager").body("items", empty());
  }

  private static Owed report(UUID holder, UUID about, LocalDate day) {
    return new Owed(
        TestKind.REPORT,
        Side.EMPLOYEE,
        UUID.randomUUID(),
        "",
        Holder.of(holder),
        about,
        null,
        day,
        false);
  }

  private static Owed decision(UUID about, LocalDate day) {
    return new Owed(
        TestKind.DECISION,
        Side.HR,
        UUID.randomUUID(),
        "",
        Holder.role("hr-lead", null),
        about,
        null,
        day,
        false);
  }

  private static Owed secret(UUID person) {
    return new Owed(
        TestKind.SECRET,
        Side.EMPLOYEE,
        UUID.randomUUID(),
        "",
        Holder.of(person),
        person,
        null,
        FRIDAY,
        false);
  }

  private UUID owe(Owed owed) {
    promises.owe(owed.subject(), owed);
    database.inTransaction(
        session -> duties.follow(session, Promises.TYPE, List.of(owed.subject())));
    return owed.subject();
  }

  private void works(UUID person, UUID manager) {
    database.execute(
        "insert into colleague (id, external_id, manager_id, org_unit) values (?, ?, ?, 'care')",
        person,
        person.toString(),
        manager);
  }

  private static String token(UUID person, String... roles) {
    return Tokens.forEmployee(person.toString(), roles).bearer();
  }

  private static ValidatableResponse tasks(UUID person, String query, String... roles) {
    return given()
        .header("Authorization", token(person, roles))
        .get("/v1/tasks?" + query)
        .then()
        .statusCode(200)
        .body("missing", equalTo(List.of()));
  }
}
