package org.evenhand.review.growth.goal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.PostgresServer;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveGoal;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goals while an import changes who leads whom. */
@QuarkusTest
class GoalDuringImportTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String WHAT = "hashtextextended('what imports change: org', 0)";
  private static final String WAITING = "pg_locks where locktype = 'advisory' and not granted";

  private Company company;
  private Person person;

  /** The look that follows from founding the company waits for imports, too. */
  @BeforeEach
  void found() {
    company = Company.of(1);
    person = company.staff.get(0);
    await().atMost(SOON).until(() -> Tables.count("due_work where kind = 'goal-watch'") == 0);
  }

  @Test
  void nobodyAgreesForAPersonWhomAnImportIsJustTakingFromThem() throws Exception {
    LiveGoal goal = LiveGoal.proposed(person, person, LiveGoal.terms("a goal", Map.of()));
    String etag = goal.read(company.lead).header("ETag");

    CompletableFuture<Response> agreement;
    try (Connection step = open()) {
      run(step, "select pg_advisory_xact_lock(" + WHAT + ")");
      run(
          step,
          "update assignment set line_manager_id = '%s' where employee_id = '%s'"
              .formatted(LiveAppeal.idOf(company.stranger), LiveAppeal.idOf(person)));
      agreement = CompletableFuture.supplyAsync(() -> agree(goal, etag));
      await().atMost(SOON).until(() -> Tables.count(WAITING) == 1);
      step.commit();
    }

    assertEquals(404, agreement.get(30, TimeUnit.SECONDS).statusCode());
    assertEquals(1, Tables.count("goal where state = 'PROPOSED' and id = '" + goal.id() + "'"));
  }

  @Test
  void anImportWaitsForThoseWhoJustActByTheLinesThatItChanges() throws Exception {
    String row =
        person.externalId()
            + ",,,,"
            + company.stranger.externalId()
            + ",LINE"
            + ",".repeat(10)
            + Company.today()
            + ",CHANGE";
    String moved =
        "assignment where employee_id = '%s' and line_manager_id = '%s'"
            .formatted(LiveAppeal.idOf(person), LiveAppeal.idOf(company.stranger));

    CompletableFuture<Void> taken;
    try (Connection acting = open()) {
      run(acting, "select pg_advisory_xact_lock_shared(" + WHAT + ")");
      taken = CompletableFuture.runAsync(() -> Hris.takeIn(row));
      await().atMost(SOON).until(() -> Tables.count(WAITING) == 1);
      assertEquals(0, Tables.count(moved));
      acting.commit();
    }

    taken.get(30, TimeUnit.SECONDS);
    assertEquals(1, Tables.count(moved));
  }

  /** Whoever waited longer would keep a connection from everybody else. */
  @Test
  void aStepThatAnImportHoldsUpForLongIsToBeTriedAgain() throws Exception {
    LiveGoal goal = LiveGoal.proposed(person, person, LiveGoal.terms("a goal", Map.of()));
    String etag = goal.read(company.lead).header("ETag");
    try (Connection step = open()) {
      run(step, "select pg_advisory_xact_lock(" + WHAT + ")");
      agree(goal, etag).then().statusCode(503).header("Retry-After", notNullValue());
      step.commit();
    }
    agree(goal, etag).then().statusCode(200);
  }

  private Response agree(LiveGoal goal, String etag) {
    return company.lead.ask().header("If-Match", etag).post(goal.path() + "/agreement");
  }

  private static Connection open() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            PostgresResource.server().jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
    connection.setAutoCommit(false);
    return connection;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
