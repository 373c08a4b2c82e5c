package org.evenhand.kit.data.duty;

import static io.restassured.RestAssured.given;
import static org.evenhand.kit.data.Database.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann owes a report; Mark is her manager, Hope and Hal serve her unit, Lea leads HR. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class WaiverTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

  /** When Friday is over everywhere, and the two working days after it. */
  private static final Instant ESCALATED = Instant.parse("2026-12-02T12:00:00Z");

  private static final String CARE = "care";
  private static final String BOARD = "board";
  private static final String WHY = "Back in February";

  @Inject Duties duties;
  @Inject DutyWatch watch;
  @Inject Promises promises;
  @Inject TestClock clock;
  @Inject Database database;
  @Inject DataSource source;

  private final UUID subject = UUID.randomUUID();
  private final UUID chief = UUID.randomUUID();
  private final UUID mark = UUID.randomUUID();
  private final UUID ann = UUID.randomUUID();
  private final UUID ben = UUID.randomUUID();
  private final UUID hope = UUID.randomUUID();
  private final UUID hal = UUID.randomUUID();
  private final UUID lea = UUID.randomUUID();

  @BeforeEach
  void noon() {
    clock.set(NOON);
    Stream.of(
            "duty_waiver",
            "duty",
            "colleague",
            "colleague_hr_unit",
            "told",
            "duty_absence",
            "duty_charter")
        .forEach(table -> database.execute("delete from " + table));
    works(chief, null, BOARD);
    works(mark, chief, CARE);
    works(ann, mark, CARE);
    works(ben, mark, CARE);
    works(hope, chief, BOARD);
    works(hal, chief, BOARD);
    works(lea, null, BOARD);
    serves(hope, CARE);
    serves(hal, CARE);
    owe(report(ann));
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void whatTwoPeopleWaiveIsNobodysTaskAndStaysSo() {
    propose(mark, "manager")
        .statusCode(201)
        .header("Location", endsWith(path()))
        .header("ETag", "\"0\"")
        .body("state", equalTo("PROPOSED"))
        .body("side", equalTo("MANAGER"))
        .body("reason", equalTo(WHY))
        .body("holder.id", equalTo(ann.toString()))
        .body("proposedBy.id", equalTo(mark.toString()))
        .body("proposedBy.name", equalTo(mark.toString()))
        .body("actions", contains("withdrawWaiver"));
    tasks(ann, "employee").body("items.as", contains("HOLDER"));
    assertEquals(List.of("DUE 0"), told());

    decide(hope, "countersignature", "hr")
        .statusCode(200)
        .body("state", equalTo("AGREED"))
        .body("decidedBy.id", equalTo(hope.toString()))
        .body("actions", empty());
    everybodysTasks().forEach(tasks -> tasks.body("items", empty()));
    assertEquals(List.of("DUE 0", "WAIVED 1"), told());
    as(ann, "employee").get(path()).then().statusCode(200).body("state", equalTo("AGREED"));

    owe(report(ann));
    owe(report(ann).metIf(true));
    owe(report(ann));
    passTwoWorkingDays();
    everybodysTasks().forEach(tasks -> tasks.body("items", empty()));
    assertEquals(List.of("DUE 0", "WAIVED 1"), told());
  }

  @Test
  void whatWasWaivedForOneIsOwedByWhoeverComesAfterThemAndInAnotherPart() {
    propose(mark, "manager").statusCode(201);
    decide(hope, "countersignature", "hr").statusCode(200);

    promises.owe(subject, report(ann), part("second"));
    follow();
    tasks(ann, "employee").body("items.state", contains("DUE"));

    owe(report(ben));
    tasks(ben, "employee").body("items.state", contains("DUE"));
  }

  /** Horilla 881: a request is in nobody's list. */
  @Test
  void aProposalIsInTheListOfEachWhoCanDecideOnItAndOfNobodyElse() {
    propose(mark, "manager").statusCode(201);

    for (UUID hr : List.of(hope, hal)) {
      tasks(hr, "hr")
          .body("items.as", contains("COUNTERSIGNER"))
          .body("items[0].operations", contains("countersignWaiver", "refuseWaiver"))
          .body("items[0].waiver", equalTo(path()));
    }
    tasks(lea, "hr-lead").body("items.as", contains("COUNTERSIGNER"));
    tasks(hope, "employee").body("items", empty());
    tasks(mark, "manager").body("items", empty());
    tasks(chief, "manager").body("items", empty());
    tasks(ben, "hr", "hr-lead").body("items.as", contains("COUNTERSIGNER"));
    // their own record, and that of those above them
    tasks(ann, "hr", "hr-lead").body("items.as", contains("HOLDER"));
    database.execute("update colleague set manager_id = ? where id = ?", ann, ben);
    tasks(ben, "hr", "hr-lead").body("items", empty());
    // their own people
    database.execute("update colleague set manager_id = ? where id = ?", hope, ann);
    tasks(hope, "hr").body("items", empty());

    decide(hal, "refusal", "hr").statusCode(200);
    tasks(lea, "hr-lead").body("items", empty());
  }

  @Test
  void whoMayProposeItFindsItWithWhoOwesItBeforeItIsLateAndNobodyElseDoes() {
    String owed = duty("REPORT").toString();
    for (UUID manager : List.of(mark, chief)) {
      waivable(manager, "manager")
          .body("items.id", contains(owed))
          .body("items.as", contains("PROPOSER"))
          .body("items.late", contains(false))
          .body("items[0].holder.id", equalTo(ann.toString()))
          .body("items[0].holder.name", equalTo(ann.toString()))
          .body("items[0].operations", contains("proposeWaiver"))
          .body("items[0].waiver", equalTo(path()));
      tasks(manager, "manager").body("items", empty());
    }
    waivable(hope, "hr").body("items.as", contains("PROPOSER"));
    waivable(lea, "hr-lead").body("items.as", contains("PROPOSER"));
    waivable(ben, "manager").body("items", empty());
    waivable(mark, "employee").body("items", empty());
    waivable(hope, "employee", "manager").body("items", empty());
    // their own record, and that of those above them
    waivable(ann, "manager", "hr", "hr-lead").body("items", empty());
    database.execute("update colleague set manager_id = ? where id = ?", ann, ben);
    waivable(ben, "hr", "hr-lead").body("items", empty());
    // another unit
    database.execute("update colleague_hr_unit set org_unit = 'kitchen'");
    waivable(hope, "hr").body("items", empty());
    // lines that run in a circle
    database.execute("update colleague set manager_id = ? where id = ?", ben, mark);
    waivable(mark, "hr-lead").body("items", empty());
  }

  @Test
  void whatIsProposedOrOverOrHasToBeDoneIsNotToBeProposed() {
    propose(mark, "manager").statusCode(201);
    waivable(hope, "hr").body("items", empty());
    waivable(chief, "manager").body("items", empty());
    decide(mark, "withdrawal", "manager").statusCode(200);
    waivable(hope, "hr").body("items.as", contains("PROPOSER"));
    as(hope, "hr")
        .get("/v1/tasks?waivable=true&kind=DECISION")
        .then()
        .statusCode(200)
        .body("items", empty());

    owe(report(ann).metIf(true));
    waivable(hope, "hr").body("items", empty());
    owe(
        new Owed(
            TestKind.DECISION, Side.HR, subject, "", Holder.of(ann), ann, null, FRIDAY, false));
    waivable(mark, "manager").body("items", empty());
    waivable(lea, "hr-lead").body("items", empty());
  }

  @Test
  void theyComeInPagesTheSoonestFirst() {
    promises.owe(subject, report(ann), part("second"), part("third"));
    follow();

    ValidatableResponse first =
        as(mark, "manager").get("/v1/tasks?waivable=true&limit=2").then().statusCode(200);
    List<String> ids = new ArrayList<>(first.extract().<List<String>>path("items.id"));
    assertEquals(2, ids.size());
    as(mark, "manager")
        .queryParam("cursor", first.extract().<String>path("next"))
        .get("/v1/tasks?waivable=true&limit=2")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue())
        .body("items[0].id", not(in(ids)));
    as(mark, "manager").get("/v1/tasks?waivable=perhaps").then().statusCode(400);
  }

  @Test
  void whatOneOfHrProposesIsATaskOfTheManagerAndOfTheOtherOnesOfHr() {
    propose(hope, "hr").statusCode(201).body("side", equalTo("HR"));

    tasks(mark, "manager").body("items.as", contains("COUNTERSIGNER"));
    tasks(hal, "hr").body("items.as", contains("COUNTERSIGNER"));
    tasks(hope, "hr").body("items", empty());
    decide(mark, "countersignature", "manager").statusCode(200).body("state", equalTo("AGREED"));
  }

  @Test
  void aRoleThatIsEmptyLeavesTheProposalWithTheLeadOfHr() {
    database.execute("delete from colleague_hr_unit");

    propose(mark, "manager").statusCode(201);
    tasks(lea, "hr-lead").body("items.as", contains("COUNTERSIGNER"));
    decide(lea, "countersignature", "hr-lead").statusCode(200);
  }

  @Test
  void untilSomebodyAgreesItFallsLateAndEscalatesAsEver() {
    propose(hope, "hr").statusCode(201);
    passTwoWorkingDays();

    tasks(ann, "employee").body("items.late", contains(true));
    tasks(mark, "manager").body("items.as", contains("COUNTERSIGNER"));
    assertEquals(List.of("DUE 0", "OVERDUE 1", "ESCALATED 2"), told());

    decide(mark, "refusal", "manager")
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("actions", contains("proposeWaiver"));
    tasks(mark, "manager").body("items.as", contains("RESPONSIBLE"));
    tasks(ann, "employee").body("items.state", contains("ESCALATED"));
  }

  @Test
  void nobodyDecidesTwiceOrOnTheirOwnSideAloneOrWithoutKnowingOfIt() {
    decide(hope, "countersignature", "hr").statusCode(404);
    propose(ann, "employee").statusCode(403);
    propose(ann, "hr", "hr-lead").statusCode(403).body("detail", containsString("owe"));
    propose(ben, "manager").statusCode(404);
    propose(mark, "manager").statusCode(201);

    decide(mark, "countersignature", "manager", "hr-lead")
        .statusCode(403)
        .body("detail", containsString("second person"));
    decide(chief, "countersignature", "manager")
        .statusCode(403)
        .body("detail", containsString("HR decides"));
    decide(ann, "countersignature", "hr-lead").statusCode(403);
    decide(hope, "withdrawal", "hr").statusCode(403);
    decide(ben, "countersignature", "manager").statusCode(404);
    as(ben, "employee").get(path()).then().statusCode(404);
    as(hope, "employee").get(path()).then().statusCode(404);
    database.execute("update colleague_hr_unit set org_unit = 'kitchen'");
    decide(hope, "countersignature", "hr").statusCode(404);
    assertEquals(List.of("DUE 0"), told());
  }

  @Test
  void whatHasToBeDoneIsRefusedWithTheReason() {
    owe(
        new Owed(
            TestKind.DECISION, Side.HR, subject, "", Holder.of(ann), ben, null, FRIDAY, false));
    tasks(ann, "employee").body("items.waiver", hasItem(nullValue()));
    proposal(lea, "DECISION", "hr-lead").then().statusCode(404);
    passTwoWorkingDays();

    proposal(lea, "DECISION", "hr-lead")
        .then()
        .statusCode(422)
        .body("detail", equalTo("DECISION can't be waived: others wait for it."));
  }

  @Test
  void whatWasDoneMeanwhileIsNotWaivedAndAnOldProposalIsAboutNothingLater() {
    propose(mark, "manager").statusCode(201);
    owe(report(ann).metIf(true));

    decide(hope, "countersignature", "hr")
        .statusCode(409)
        .body("detail", equalTo("The duty is DONE already."));
    as(mark, "manager").get(path()).then().body("state", equalTo("LAPSED"));
    propose(mark, "manager").statusCode(409);

    clock.advance(Duration.ofDays(7));
    owe(report(ann));
    as(mark, "manager")
        .get(path())
        .then()
        .body("state", equalTo("LAPSED"))
        .body("actions", contains("proposeWaiver"));
    tasks(hope, "hr").body("items", empty());
    decide(hope, "countersignature", "hr").statusCode(409);
    propose(mark, "manager").statusCode(201);
    decide(hope, "countersignature", "hr").statusCode(200);
    assertEquals(List.of("DUE 0", "DONE 1", "DUE 2", "WAIVED 3"), told());
  }

  @Test
  void whatIsWithdrawnOrRefusedCanBeProposedAnew() {
    propose(mark, "manager").statusCode(201);
    propose(hope, "hr")
        .statusCode(409)
        .body("allowed", contains("countersignWaiver", "refuseWaiver", "withdrawWaiver"));
    decide(mark, "withdrawal", "manager").statusCode(200).body("state", equalTo("WITHDRAWN"));
    decide(hope, "countersignature", "hr").statusCode(412);
    propose(hope, "hr").statusCode(201);
    as(mark, "manager").post(path() + "/refusal").then().statusCode(428);
    decide(mark, "refusal", "manager").statusCode(200);
    propose(mark, "manager").statusCode(201);
    assertEquals(3, database.number("select count(*) from duty_waiver"));
    assertEquals(List.of("DUE 0"), told());
  }

  @Test
  void ofTwoAtOnceOneCounts() {
    var first = CompletableFuture.supplyAsync(() -> proposal(mark, "REPORT", "manager"));
    var second = CompletableFuture.supplyAsync(() -> proposal(hope, "REPORT", "hr"));
    assertEquals(List.of(201, 409), statuses(first, second));

    var one = CompletableFuture.supplyAsync(() -> decision(lea, "countersignature", "hr-lead"));
    var two = CompletableFuture.supplyAsync(() -> decision(hal, "countersignature", "hr"));
    assertEquals(List.of(200, 412), statuses(one, two));
    assertEquals(List.of("DUE 0", "WAIVED 1"), told());
  }

  @Test
  void whoeverIsCutOffSendsTheSameAgainAndItHappensOnce() throws SQLException {
    propose(mark, "manager").statusCode(201);
    String key = UUID.randomUUID().toString();
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("select id from duty for update");
      }
      var cutOff = CompletableFuture.supplyAsync(() -> countersign(key));
      endWhoeverWaits();
      connection.rollback();
      cutOff.join();
    }

    Response answered = countersign(key);
    Response again = countersign(key);
    assertEquals(200, answered.statusCode());
    assertEquals(answered.asString(), again.asString());
    assertEquals(List.of("DUE 0", "WAIVED 1"), told());
  }

  @Test
  void aPathThatNamesAnotherServiceIsNotFound() {
    as(mark, "manager").get(path().replace("/kit/", "/review/")).then().statusCode(404);
    as(mark, "manager")
        .get("/v1/tasks/kit/" + UUID.randomUUID() + "/waiver")
        .then()
        .statusCode(404);
    as(mark, "manager").get(path()).then().statusCode(404);
  }

  @Test
  void theAuditHoldsWhoProposedAndWhoAgreed() {
    propose(mark, "manager").statusCode(201);
    decide(hope, "countersignature", "hr").statusCode(200);

    assertEquals(
        List.of(
            List.of("waiver-proposed", mark.toString()), List.of("waiver-agreed", hope.toString())),
        database.rows(
            "select action, actor from audit where aggregate_type = 'duty' and aggregate_id"
                + " = ? order by sequence",
            duty("REPORT")));
  }

  /** One step at a time: it falls late, and then it escalates. */
  private void passTwoWorkingDays() {
    clock.set(ESCALATED);
    await(watch::runDue);
    await(watch::runDue);
  }

  private Response countersign(String key) {
    return as(hope, "hr")
        .header("If-Match", "\"0\"")
        .header("Idempotency-Key", key)
        .post(path() + "/countersignature");
  }

  private void endWhoeverWaits() {
    List<List<Object>> ended = List.of();
    for (int i = 0; ended.isEmpty() && i < 2_000; i++) {
      ended =
          database.rows(
              "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                  + " and query like '%from duty d%for update%' and wait_event_type = 'Lock'");
    }
    assertEquals(List.of(List.of(true)), ended);
  }

  @SafeVarargs
  private static List<Integer> statuses(CompletableFuture<Response>... answers) {
    return Stream.of(answers).map(answer -> answer.join().statusCode()).sorted().toList();
  }

  private Stream<ValidatableResponse> everybodysTasks() {
    return Stream.of(ann, ben, mark, chief, hope, hal, lea)
        .map(person -> tasks(person, "employee", "manager", "hr", "hr-lead"));
  }

  private ValidatableResponse propose(UUID person, String... roles) {
    return proposal(person, "REPORT", roles).then();
  }

  private Response proposal(UUID person, String kind, String... roles) {
    return as(person, roles)
        .contentType(ContentType.JSON)
        .body("{\"code\": \"AWAY\", \"reason\": \"%s\"}".formatted(WHY))
        .post(path(kind));
  }

  private ValidatableResponse decide(UUID person, String how, String... roles) {
    return decision(person, how, roles).then();
  }

  /** With the version of the last proposal. */
  private Response decision(UUID person, String how, String... roles) {
    return as(person, roles).header("If-Match", "\"0\"").post(path() + "/" + how);
  }

  private String path() {
    return path("REPORT");
  }

  private String path(String kind) {
    return "/v1/tasks/kit/" + duty(kind) + "/waiver";
  }

  private UUID duty(String kind) {
    return (UUID)
        database.rows("select id from duty where kind = ? and part = ''", kind).get(0).get(0);
  }

  private void owe(Owed owed) {
    promises.owe(subject, owed);
    follow();
  }

  private void follow() {
    database.inTransaction(session -> duties.follow(session, Promises.TYPE, List.of(subject)));
  }

  private Owed report(UUID holder) {
    return report(holder, "");
  }

  private Owed part(String part) {
    return report(ann, part);
  }

  private Owed report(UUID holder, String part) {
    return new Owed(
        TestKind.REPORT, Side.EMPLOYEE, subject, part, Holder.of(holder), ann, null, FRIDAY, false);
  }

  private List<String> told() {
    return database.rows("select state, sequence from told order by id").stream()
        .map(row -> row.get(0) + " " + row.get(1))
        .toList();
  }

  private void works(UUID person, UUID manager, String unit) {
    database.execute(
        "insert into colleague (id, external_id, manager_id, org_unit) values (?, ?, ?, ?)",
        person,
        person.toString(),
        manager,
        unit);
  }

  private void serves(UUID person, String unit) {
    database.execute("insert into colleague_hr_unit values (?, ?, '2020-01-01')", person, unit);
  }

  private static RequestSpecification as(UUID person, String... roles) {
    return given().header("Authorization", Tokens.forEmployee(person.toString(), roles).bearer());
  }

  private static ValidatableResponse waivable(UUID person, String... roles) {
    return as(person, roles).get("/v1/tasks?waivable=true").then().statusCode(200);
  }

  private static ValidatableResponse tasks(UUID person, String... roles) {
    return as(person, roles).get("/v1/tasks").then().statusCode(200);
  }
}
