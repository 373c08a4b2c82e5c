package org.evenhand.policy.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.CharterPeople.AUTHOR;
import static org.evenhand.policy.service.CharterPeople.EMPLOYEE;
import static org.evenhand.policy.service.CharterPeople.HR;
import static org.evenhand.policy.service.CharterPeople.NORTH;
import static org.evenhand.policy.service.CharterPeople.SOUTH;
import static org.evenhand.policy.service.GovernanceReviews.etag;
import static org.evenhand.policy.service.GovernanceReviews.last;
import static org.evenhand.policy.service.GovernanceReviews.prepare;
import static org.evenhand.policy.service.GovernanceReviews.read;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people write about charters and in reviews of governance stays where they wrote it. */
@QuarkusTest
class CanaryTest extends ServiceTest {

  private static final String CANARY = "Zilverreiger";
  private static final String MINUTES = "The minutes of " + CANARY;
  private static final String DECISION = "The decision of " + CANARY;
  private static final String DROPPED = "Dropped for " + CANARY;
  private static final String REJECTED = "Rejected by " + CANARY;
  private static final String WITHDRAWN = "Withdrawn for " + CANARY;

  /** Where it belongs, and the answers that are kept for a day for those who repeat a request. */
  private static final Set<String> AT_HOME = Set.of("charter", "governance_review", "idempotency");

  private static final List<String> TOPICS =
      List.of("evenhand.policies", "evenhand.internal.duties", "evenhand.internal.charters");

  /** Said in confidence, and nowhere else. */
  private static final String CONFIDED = "Waterhoen";

  /** Why a version is signed without a replay; the announcement prints it. */
  private static final String UNREPLAYED = "Roodborstje";

  private static final Tokens OPERATOR = Tokens.forClient("insight", "insight");

  @Inject CharterPeople company;
  @Inject ChallengePeople employees;
  @Inject DataSource database;

  private final Log log = new Log();

  /** Everything that is logged. */
  private static final class Log extends Handler {
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(
          line.getMessage()
              + Arrays.toString(line.getParameters())
              + String.valueOf(line.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void a_company_without_charter() {
    company.arrive();
    company.withoutCharter();
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void no_more_log() {
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void words_of_charters_and_minutes_are_in_no_event_table_log_or_problem() throws SQLException {
    CharterUnderTest charter = CharterUnderTest.inSignOff(day());
    charter
        .command(
            SOUTH,
            "sign-offs",
            Map.of(
                "decision",
                "REJECT",
                "reason",
                REJECTED,
                "contentHash",
                charter.read(HR).path("contentHash")))
        .then()
        .statusCode(200);
    charter.openSignOff("CH-M1", "CH-M2", "CH-M3").then().statusCode(200);
    charter
        .command(AUTHOR, "sign-off-withdrawal", Map.of("reason", WITHDRAWN))
        .then()
        .statusCode(200);
    charter.openSignOff("CH-M1", "CH-M2", "CH-M3").then().statusCode(200);
    charter.sign(NORTH).then().statusCode(200);
    charter.sign(SOUTH).then().statusCode(200);
    charter.sign(HR).then().statusCode(200);
    runDue();
    String review = last();
    prepare(review).then().statusCode(200);

    List<Response> refused = new ArrayList<>();
    refused.add(record(review, List.of("CH-H1", "CH-M1"), "2020-01-01"));
    refused.add(record(review, List.of("CH-H1", "CH-M1"), tomorrow()));
    record(review, List.of("CH-H1", "CH-M1", "CH-M3"), tomorrow()).then().statusCode(200);
    refused.add(drop(review));
    read(EMPLOYEE, review);
    sign(AUTHOR, review).then().statusCode(200);
    sign(NORTH, review).then().statusCode(200);
    drop(review).then().statusCode(200);
    refused.add(drop(review));
    prepare(last()).then().statusCode(200);

    read(EMPLOYEE, review)
        .body("minutes.text", equalTo(MINUTES))
        .body("decisions[0].text", equalTo(DECISION))
        .body("decisions[0].reason", equalTo(DROPPED));
    assertThat(refused)
        .allSatisfy(answer -> assertThat(answer.statusCode()).isBetween(409, 422))
        .allSatisfy(answer -> assertThat(answer.asString()).doesNotContain(CANARY));
    Events.ofTest().await("evenhand.policies", 2, event -> review.equals(event.key()));
    assertThat(TOPICS.stream().flatMap(topic -> Events.ofTest().all(topic).stream()))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(text(event)).doesNotContain(CANARY));
    assertThat(tablesWith(CANARY)).isSubsetOf(AT_HOME).contains("charter");
    assertThat(log.lines).noneMatch(line -> line.contains(CANARY));
  }

  @Test
  void what_is_asked_in_confidence_is_in_no_event_table_log_figure_or_problem()
      throws SQLException {
    employees.arrive();
    String id =
        Said.id(
            as(ChallengePeople.EMPLOYEE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("text", "May I, asks " + CONFIDED))
                .post(GuidanceRequests.ALL),
            201,
            "ASKED");
    Said.expect(GuidanceRequests.command(ChallengePeople.HR, id, "claim", null), 200, "CLAIMED");
    Map<String, String> answer = Map.of("text", "You may, " + CONFIDED);
    List<Response> refused =
        List.of(
            as(ChallengePeople.PARTNER)
                .header("If-Match", "\"1\"")
                .body(answer)
                .post(GuidanceRequests.PATH + id + "/answer"),
            as(ChallengePeople.HR).body(answer).post(GuidanceRequests.PATH + id + "/answer"));
    Said.expect(
        GuidanceRequests.command(ChallengePeople.HR, id, "answer", answer), 200, "ANSWERED");

    assertThat(refused)
        .allSatisfy(problem -> assertThat(problem.statusCode()).isBetween(404, 428))
        .allSatisfy(problem -> assertThat(problem.asString()).doesNotContain(CONFIDED));
    assertThat(tablesWith(CONFIDED)).containsExactlyInAnyOrder("guidance_request", "idempotency");
    assertThat(given().header("Authorization", OPERATOR.bearer()).get("/q/metrics").asString())
        .contains("jvm_")
        .doesNotContain("guidance", id);
    assertThat(GuidanceRequests.erase(ChallengePeople.EMPLOYEE, id).statusCode()).isEqualTo(204);
    assertThat(tablesWith(CONFIDED)).isEmpty();
    assertThat(TOPICS.stream().flatMap(topic -> Events.ofTest().all(topic).stream()))
        .allSatisfy(event -> assertThat(text(event)).doesNotContain(CONFIDED, id));
    assertThat(log.lines).noneMatch(line -> line.contains(CONFIDED) || line.contains(id));
  }

  @Test
  void why_nobody_replays_is_read_in_the_version_and_nowhere_else() throws SQLException {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock);
    Response empty = policy.command(Staff.HR, "impact-replay-waiver", Map.of("reason", ""));
    policy
        .command(Staff.HR, "impact-replay-waiver", Map.of("reason", "No year yet, " + UNREPLAYED))
        .then()
        .statusCode(200);
    policy.announced();
    Response late =
        policy.command(Staff.HR, "impact-replay-waiver", Map.of("reason", "Late, " + UNREPLAYED));

    assertThat(Said.text(policy.read(Staff.HR), "/announcement/impact/waived"))
        .contains(UNREPLAYED);
    assertThat(List.of(empty.statusCode(), late.statusCode())).containsExactly(400, 409);
    assertThat(empty.asString() + late.asString()).doesNotContain(UNREPLAYED);
    Events.ofTest().await("evenhand.policies", 4, event -> policy.id().equals(event.key()));
    assertThat(TOPICS.stream().flatMap(topic -> Events.ofTest().all(topic).stream()))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(text(event)).doesNotContain(UNREPLAYED));
    assertThat(tablesWith(UNREPLAYED)).isSubsetOf("policy_version", "idempotency");
    assertThat(log.lines).noneMatch(line -> line.contains(UNREPLAYED));
  }

  private Response record(String review, List<String> present, String dueOn) {
    return as(AUTHOR)
        .header("If-Match", etag(review))
        .body(
            Map.of(
                "heldOn", day().toString(),
                "agendaHash", read(HR, review).extract().path("agenda.hash"),
                "present", present,
                "text", MINUTES,
                "decisions",
                    List.of(
                        Map.of(
                            "text",
                            DECISION,
                            "side",
                            "MANAGER",
                            "responsible",
                            "CH-M1",
                            "dueOn",
                            dueOn))))
        .put("/v1/governance-reviews/" + review + "/minutes");
  }

  private static Response sign(Tokens who, String review) {
    return as(who)
        .header("If-Match", etag(review))
        .body(Map.of("minutesHash", read(HR, review).extract().path("minutes.hash")))
        .post("/v1/governance-reviews/" + review + "/signatures");
  }

  private static Response drop(String review) {
    return as(NORTH)
        .header("If-Match", etag(review))
        .body(Map.of("reason", DROPPED))
        .post("/v1/governance-reviews/" + review + "/decisions/1/dropping");
  }

  private static String text(ConsumerRecord<String, String> event) {
    String headers =
        StreamSupport.stream(event.headers().spliterator(), false)
            .map(header -> new String(header.value(), StandardCharsets.UTF_8))
            .collect(Collectors.joining(" "));
    return event.key() + headers + event.value();
  }

  /** Those whose rows hold the canary, of all that there are. */
  private List<String> tablesWith(String canary) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String table :
          texts(connection, "select tablename from pg_tables where schemaname = 'public'")) {
        String rows = "select cast(r as text) from " + table + " r" + but(table);
        if (texts(connection, rows).stream().anyMatch(row -> row.contains(canary))) {
          found.add(table);
        }
      }
    }
    return found;
  }

  /** Why a sign-off of a charter was withdrawn, the audit keeps too. */
  private static String but(String table) {
    return table.equals("audit") ? " where aggregate_type <> 'charter'" : "";
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private String tomorrow() {
    return day().plusDays(1).toString();
  }
}
