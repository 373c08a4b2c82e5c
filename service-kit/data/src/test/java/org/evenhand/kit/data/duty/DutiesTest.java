package org.evenhand.kit.data.duty;

import static io.restassured.RestAssured.given;
import static org.evenhand.kit.data.Database.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class DutiesTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

  /** When Friday is over everywhere, of which nothing more is known. */
  private static final Instant OVER = Instant.parse("2026-11-28T12:00:00Z");

  @Inject Duties duties;
  @Inject DutyWatch watch;
  @Inject Revisits revisits;
  @Inject Absences absences;
  @Inject Substitutes substitutes;
  @Inject Promises promises;
  @Inject DutyKinds kinds;
  @Inject Mutiny.SessionFactory sessions;
  @Inject DueWork dueWork;
  @Inject DueRunner dueRunner;
  @Inject TestClock clock;
  @Inject Database database;

  private static final UUID BOSS = new UUID(0, 1);
  private static final String UNIT = "care";

  private final UUID subject = UUID.randomUUID();
  private final UUID ann = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();

  @BeforeEach
  void noon() {
    clock.set(NOON);
    substitutes.none();
    await(revisits::meet);
    await(dueRunner::runDue);
    for (String table :
        List.of(
            "duty",
            "colleague",
            "colleague_hr_unit",
            "told",
            "promise",
            "duty_absence",
            "duty_charter")) {
      database.execute("delete from " + table);
    }
    works(BOSS, null);
    works(ann, BOSS);
    works(ben, BOSS);
    serves(ann);
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void eachChangeIsToldOnceAndNothingElseIs() {
    owe(report(Holder.of(ann)));
    owe(report(Holder.of(ann)));
    owe(report(Holder.of(ben)));
    owe(report(Holder.of(ben)).metIf(true));
    owe(report(Holder.of(ben)).metIf(true));

    assertEquals(List.of("DUE 0", "DUE 1", "DONE 2"), told());
  }

  @Test
  void aChangeThatIsUndoneLeavesNoDuty() {
    promises.owe(subject, report(Holder.of(ann)));

    assertThrows(
        IllegalStateException.class,
        () ->
            database.inTransaction(
                session ->
                    duties
                        .follow(session, Promises.TYPE, List.of(subject))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException()))));
    assertEquals(0, database.number("select count(*) from duty"));
    assertEquals(List.of(), told());
  }

  @Test
  void onlyItsHolderHasATaskAndOnlyUntilItIsDone() {
    owe(report(Holder.of(ann)));

    tasks(ann, "employee")
        .body("items", hasSize(1))
        .body("items[0].kind", equalTo("REPORT"))
        .body("items[0].dueOn", equalTo("2026-11-27"))
        .body("items[0].late", equalTo(false))
        .body("items[0].as", equalTo("HOLDER"))
        .body("items[0].subject", equalTo("/v1/promises/" + subject))
        .body("items[0].operations", contains("doREPORT"));
    tasks(ben, "employee", "hr-lead").body("items", empty());

    owe(report(Holder.of(ann)).metIf(true));
    tasks(ann, "employee").body("items", empty());
  }

  @Test
  void whatARoleOwesIsATaskOfThoseWhoServeTheUnitExceptAboutTheirOwnChain() {
    owe(decision(null, UNIT));
    tasks(ann, "hr").body("items.as", contains("ROLE"));
    tasks(ann, "employee").body("items", empty());

    owe(decision(null, "board"));
    tasks(ann, "hr").body("items", empty());

    owe(decision(ann, UNIT));
    tasks(ann, "hr").body("items", empty());
    owe(decision(BOSS, UNIT));
    tasks(ann, "hr").body("items", empty());
    owe(decision(ben, UNIT));
    tasks(ann, "hr").body("items", hasSize(1));
    database.execute("update colleague set manager_id = ? where id = ?", ann, ben);
    tasks(ann, "hr").body("items", empty());
  }

  @Test
  void whatIsDelegatedIsATaskOfTheDelegateTooExceptAboutTheirOwnChain() {
    substitutes.acts(ben, ann, "DECISION");
    owe(report(Holder.of(ann)));
    tasks(ben, "employee").body("items", empty());

    substitutes.acts(ben, ann, "REPORT");
    tasks(ben, "employee").body("items.as", contains("DELEGATE"));
    tasks(ann, "employee").body("items.as", contains("HOLDER"));

    owe(about(ben));
    tasks(ben, "employee").body("items", empty());
    owe(about(BOSS));
    tasks(ben, "employee").body("items", empty());
    // whoever is above the person concerned may well act for their manager
    substitutes.acts(BOSS, ann, "REPORT");
    owe(about(ben));
    tasks(BOSS, "manager").body("items.as", contains("DELEGATE"));
  }

  private Owed about(UUID person) {
    return new Owed(
        TestKind.REPORT, Side.EMPLOYEE, subject, "", Holder.of(ann), person, null, FRIDAY, false);
  }

  @Test
  void aRoleElsewhereIsNotTheRoleThatHoldsIt() {
    owe(
        new Owed(
            TestKind.REPORT,
            Side.HR,
            subject,
            "",
            Holder.role("hr", "elsewhere"),
            ann,
            null,
            FRIDAY,
            false));
    clock.set(OVER);
    run();
    clock.set(OVER.plus(Duration.ofDays(4)));
    run();

    tasks(BOSS, "manager", "hr").body("items.as", contains("RESPONSIBLE"));
  }

  @Test
  void whatIsLateIsATaskOfWhoeverLooksAfterItToo() {
    owe(report(Holder.of(ann)));
    clock.set(OVER);
    run();
    tasks(BOSS, "manager").body("items", empty());

    clock.set(OVER.plus(Duration.ofDays(4)));
    run();
    tasks(BOSS, "manager")
        .body("items.as", contains("RESPONSIBLE"))
        .body("items.state", contains("ESCALATED"))
        .body("items.late", contains(true));
    tasks(ann, "employee").body("items.as", contains("HOLDER"));
    assertEquals(List.of("DUE 0", "OVERDUE 1", "ESCALATED 2"), told());
  }

  /** A later version may know fewer kinds. */
  @Test
  void aRowOfAKindThatIsGoneStandsInNobodysWay() {
    owe(report(Holder.of(ann)));
    database.execute(
        "insert into duty select gen_random_uuid(), version, 'GONE', side, gen_random_uuid(), part,"
            + " holder_id, holder_role, holder_unit, about, place, since, due_on, due_at, next_at,"
            + " state, step, responsible_id, responsible_role, responsible_unit, closed_at"
            + " from duty");
    clock.set(OVER);

    assertEquals(1, run());
    tasks(ann, "employee").body("items.state", contains("OVERDUE"));
  }

  @Test
  void tasksComeInPagesTheSoonestFirst() {
    promises.owe(
        subject,
        IntStream.range(0, 5)
            .mapToObj(i -> part("p" + i, FRIDAY.plusDays(3L * ((i * 2) % 5))))
            .toArray(Owed[]::new));
    follow(List.of(subject));

    var first = page(ann, "limit=3").extract().jsonPath();
    var second = page(ann, "limit=3&cursor=" + first.getString("next")).extract().jsonPath();
    List<String> days =
        Stream.concat(
                first.<String>getList("items.dueOn").stream(),
                second.<String>getList("items.dueOn").stream())
            .toList();

    assertEquals(days.stream().sorted().toList(), days);
    assertEquals(5, days.size());
    page(ann, "kind=DECISION").body("items", empty());
    page(ann, "cursor=nonsense").statusCode(400);
  }

  @Test
  void tenThousandThatFallDueTogetherEscalateOnceWhileTwoShareThemAndOneIsStopped() {
    List<UUID> subjects = IntStream.range(0, 10_000).mapToObj(i -> UUID.randomUUID()).toList();
    subjects.forEach(
        id ->
            promises.owe(
                id,
                new Owed(
                    TestKind.REPORT,
                    Side.EMPLOYEE,
                    id,
                    "",
                    Holder.of(ann),
                    null,
                    null,
                    FRIDAY,
                    false)));
    for (int i = 0; i < subjects.size(); i += 500) {
      follow(subjects.subList(i, i + 500));
    }
    database.execute("delete from told");
    clock.set(OVER.plus(Duration.ofDays(30)));

    // The one that is stopped has moved some and holds others when its connection ends
    var stopped = CompletableFuture.supplyAsync(this::run);
    var other = CompletableFuture.supplyAsync(this::run);
    endOneConnection();
    stopped.handle((moved, failure) -> null).join();
    other.handle((moved, failure) -> null).join();
    run();

    assertEquals(
        10_000,
        database.number(
            "select count(*) from duty where state = 'ESCALATED' and step = 1 and version = 2"));
    assertEquals(20_000, database.number("select count(*) from told"));
    assertEquals(20_000, database.number("select count(distinct (subject, sequence)) from told"));
  }

  @Test
  void whatALeaverOwesPassesOnAtOnceAndWhatSomebodyOnLeaveOwesAfterAWeek() {
    owe(report(Holder.of(ann)));
    status(ann, "ON_LEAVE");
    await(absences::run);
    run();
    tasks(BOSS, "manager").body("items", empty());

    promises.owe(subject, later(Holder.of(ann)));
    follow(List.of(subject));
    clock.set(NOON.plus(Duration.ofDays(7)));
    substitutes.acts(ben, ann, "REPORT");
    await(absences::run);
    run();
    tasks(BOSS, "manager").body("items", empty());

    substitutes.none();
    await(absences::run);
    run();
    tasks(BOSS, "manager")
        .body("items.as", contains("RESPONSIBLE"))
        .body("items.late", contains(false));

    UUID other = UUID.randomUUID();
    promises.owe(
        other,
        new Owed(
            TestKind.REPORT,
            Side.EMPLOYEE,
            other,
            "",
            Holder.of(ben),
            null,
            null,
            FRIDAY.plusDays(21),
            false));
    follow(List.of(other));
    status(ben, "TERMINATED");
    await(absences::run);
    run();
    tasks(BOSS, "manager").body("items", hasSize(2));
  }

  @Test
  void whoeverIsBackWithinAWeekFindsTheirDutiesAsTheyWere() {
    promises.owe(subject, later(Holder.of(ann)));
    follow(List.of(subject));
    status(ann, "ON_LEAVE");
    await(absences::run);
    status(ann, "ACTIVE");
    clock.set(NOON.plus(Duration.ofDays(3)));
    await(absences::run);
    status(ann, "ON_LEAVE");
    clock.set(NOON.plus(Duration.ofDays(8)));
    await(absences::run);
    run();

    tasks(BOSS, "manager").body("items", empty());
  }

  private Owed later(Holder holder) {
    return new Owed(
        TestKind.REPORT,
        Side.EMPLOYEE,
        subject,
        "",
        holder,
        null,
        null,
        FRIDAY.plusDays(21),
        false);
  }

  private void status(UUID person, String status) {
    database.execute("update colleague set status = ? where id = ?", status, person);
  }

  @Test
  void daysAndPathsAreThoseOfTheCharterInForce() {
    keep(
        """
        {"charterId": "%s", "version": 2, "inForceOn": "2026-11-01", "terms": [
          {"kind": "DECISION", "workingDays": 1, "path": [{"to": "HR_LEAD", "workingDays": 0}]},
          {"kind": "ELSEWHERE", "workingDays": 4, "path": [{"to": "HR_LEAD", "workingDays": 2}]}]}
        """);
    owe(unset(Holder.of(ann)));
    tasks(ann, "employee").body("items.dueOn", contains("2026-11-27"));

    // a later charter leaves the day that somebody was given
    keep("{\"charterId\": \"%s\", \"version\": 3, \"inForceOn\": \"2026-11-25\", \"terms\": []}");
    owe(unset(Holder.of(ann)));
    tasks(ann, "employee").body("items.dueOn", contains("2026-11-27"));

    promises.owe(subject);
    follow(List.of(subject));
    owe(unset(Holder.of(ann)));
    tasks(ann, "employee").body("items.dueOn", contains("2026-12-01"));
  }

  private Owed unset(Holder holder) {
    return new Owed(TestKind.DECISION, Side.HR, subject, "", holder, null, null, null, false);
  }

  private void keep(String json) {
    UUID charter = new UUID(0, 7);
    var event =
        new ReceivedEvent(
            "charters",
            charter.toString(),
            "1",
            "org.evenhand.charter.in-force.v1",
            "/policy-service",
            charter.toString(),
            1,
            NOON,
            tree(json.formatted(charter)));
    database.inTransaction(
        session ->
            new CharterHandler() {
              @Override
              public String topic() {
                return "charters";
              }
            }.keep(session, List.of(event), Set.of()));
  }

  private static JsonNode tree(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  /** What was there before its kind was known, as after an upgrade. */
  @Test
  void whatWasThereBeforeItsKindIsLookedAtOnce() {
    List<UUID> before = promised(450, UUID.randomUUID());
    database.execute("delete from duty_kind");

    await(started()::meet);
    await(dueRunner::runDue);
    assertEquals(450, database.number("select count(*) from duty where state = 'DUE'"));

    promises.owe(before.get(0));
    await(started()::meet);
    await(dueRunner::runDue);
    assertEquals(450, database.number("select count(*) from duty where state = 'DUE'"));
  }

  @Test
  void thoseOfOneOwnerAreLookedAtAgainWithoutTheOthers() {
    UUID owner = UUID.randomUUID();
    List<UUID> own = promised(250, owner);
    List<UUID> others = promised(3, UUID.randomUUID());
    follow(Stream.concat(own.stream(), others.stream()).toList());
    Stream.concat(own.stream(), others.stream()).forEach(id -> promises.owe(id));

    database.inTransaction(session -> revisits.ask(session, Promises.TYPE, owner));
    await(dueRunner::runDue);
    assertEquals(250, database.number("select count(*) from duty where state = 'LAPSED'"));
    assertEquals(3, database.number("select count(*) from duty where state = 'DUE'"));
    assertEquals(0, database.number("select count(*) from duty_revisit"));
  }

  /** An instance that has just started. */
  private Revisits started() {
    return new Revisits(sessions, kinds, duties, dueWork, clock);
  }

  /** Aggregates that owe something of which nobody has told the duties. */
  private List<UUID> promised(int number, UUID owner) {
    List<UUID> ids = IntStream.range(0, number).mapToObj(i -> UUID.randomUUID()).toList();
    for (UUID id : ids) {
      database.execute("insert into promise (id, promised_to) values (?, ?)", id, owner);
      promises.owe(
          id,
          new Owed(
              TestKind.REPORT, Side.EMPLOYEE, id, "", Holder.of(ann), null, null, FRIDAY, false));
    }
    return ids;
  }

  private void endOneConnection() {
    List<List<Object>> ended = List.of();
    for (int i = 0; ended.isEmpty() && i < 2_000; i++) {
      ended =
          database.rows(
              "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                  + " and query like 'insert into duty%' and state <> 'idle' limit 1");
    }
    assertEquals(List.of(List.of(true)), ended);
  }

  private void works(UUID person, UUID manager) {
    database.execute(
        "insert into colleague (id, external_id, manager_id, org_unit) values (?, ?, ?, ?)",
        person,
        person.toString(),
        manager,
        UNIT);
  }

  private void serves(UUID person) {
    database.execute("insert into colleague_hr_unit values (?, ?, '2020-01-01')", person, UNIT);
  }

  private long run() {
    return await(watch::runDue);
  }

  private Owed report(Holder holder) {
    return new Owed(TestKind.REPORT, Side.EMPLOYEE, subject, "", holder, null, null, FRIDAY, false);
  }

  private Owed part(String part, LocalDate day) {
    return new Owed(
        TestKind.REPORT, Side.EMPLOYEE, subject, part, Holder.of(ann), null, null, day, false);
  }

  private Owed decision(UUID about, String unit) {
    return new Owed(
        TestKind.DECISION,
        Side.HR,
        subject,
        "",
        Holder.role("hr", unit),
        about,
        null,
        FRIDAY,
        false);
  }

  private void owe(Owed owed) {
    promises.owe(subject, owed);
    follow(List.of(subject));
  }

  private void follow(List<UUID> subjects) {
    database.inTransaction(session -> duties.follow(session, Promises.TYPE, subjects));
  }

  private List<String> told() {
    return database.rows("select state, sequence from told order by id").stream()
        .map(row -> row.get(0) + " " + row.get(1))
        .toList();
  }

  private static ValidatableResponse tasks(UUID person, String... roles) {
    return given()
        .header("Authorization", Tokens.forEmployee(person.toString(), roles).bearer())
        .get("/v1/tasks")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse page(UUID person, String query) {
    return given()
        .header("Authorization", Tokens.forEmployee(person.toString(), "employee").bearer())
        .get("/v1/tasks?" + query)
        .then();
  }
}
