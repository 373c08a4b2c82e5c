package org.evenhand.review.growth.goal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveAppeal;
import org.evenhand.review.live.LiveCheckIn;
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
    Hris.followed();
  }

  @Test
  void nobodyAgreesForAPersonWhomAnImportIsJustTakingFromThem() throws Exception {
    LiveGoal goal = LiveGoal.proposed(person, person, LiveGoal.terms("a goal", Map.of()));
    String etag = goal.read(company.lead).header("ETag");

    CompletableFuture<Response> agreement;
    try (Connection step = Tables.transaction()) {
      run(step, "select pg_advisory_xact_lock(" + WHAT + ")");
      takeFromLead(step);
      agreement = CompletableFuture.supplyAsync(() -> agree(goal, etag));
      await().atMost(SOON).until(() -> Tables.count(WAITING) == 1);
      step.commit();
    }

    assertEquals(404, agreement.get(30, TimeUnit.SECONDS).statusCode());
    assertEquals(1, Tables.count("goal where state = 'PROPOSED' and id = '" + goal.id() + "'"));
  }

  @Test
  void anImportWaitsForThoseWhoJustActByTheLinesThatItChanges() throws Exception {
    String moved =
        "assignment where employee_id = '%s' and line_manager_id = '%s'"
            .formatted(LiveAppeal.idOf(person), LiveAppeal.idOf(company.stranger));

    CompletableFuture<Void> taken;
    try (Connection acting = Tables.transaction()) {
      run(acting, "select pg_advisory_xact_lock_shared(" + WHAT + ")");
      taken = CompletableFuture.runAsync(() -> Hris.takeIn(reportsToStranger()));
      await().atMost(SOON).until(() -> Tables.count(WAITING) == 1);
      assertEquals(0, Tables.count(moved));
      acting.commit();
    }

    taken.get(30, TimeUnit.SECONDS);
    assertEquals(1, Tables.count(moved));
  }

  @Test
  void anImportDoesNotWaitForWhatStillFollowsAnEarlierOne() throws Exception {
    LiveGoal goal = LiveGoal.proposed(person, person, LiveGoal.terms("a goal", Map.of()));
    Tables.execute(
        """
        insert into due_work (kind, subject, due_at, try_at)
        values ('goal-watch', '%s', now() + interval '1 hour', now() + interval '1 hour')
        """
            .formatted(goal.id()));
    try (Connection following = Tables.transaction()) {
      run(following, "delete from due_work where subject = '" + goal.id() + "'");
      CompletableFuture.runAsync(() -> Hris.takeIn(reportsToStranger())).get(10, TimeUnit.SECONDS);
      following.commit();
    }
    Hris.followed();
    goal.read(company.stranger).then().statusCode(200);
  }

  /** Whoever waited longer would keep a connection from everybody else. */
  @Test
  void aStepThatAnImportHoldsUpForLongIsToBeTriedAgain() throws Exception {
    LiveGoal goal = LiveGoal.proposed(person, person, LiveGoal.terms("a goal", Map.of()));
    String etag = goal.read(company.lead).header("ETag");
    try (Connection step = Tables.transaction()) {
      run(step, "select pg_advisory_xact_lock(" + WHAT + ")");
      agree(goal, etag).then().statusCode(503).header("Retry-After", notNullValue());
      step.commit();
    }
    agree(goal, etag).then().statusCode(200);
  }

  @Test
  void aFileOfGoalsWaitsForAnImportThatIsJustTakingThePersonFromItsSender() throws Exception {
    String key = company.mark().toLowerCase(Locale.ROOT) + "-goal";
    company
        .hr
        .ask()
        .body(Map.of("key", key, "title", "Answers", "measure", Map.of("kind", "YES_NO")))
        .post("/v1/goal-library")
        .then()
        .statusCode(201);
    String file =
        "externalId,goal,weight,visibility,dueOn\n%s,%s,,,%s\n"
            .formatted(person.externalId(), key, Company.today().plusMonths(6));

    CompletableFuture<Response> sent;
    try (Connection step = Tables.transaction()) {
      run(step, "select pg_advisory_xact_lock(" + WHAT + ")");
      takeFromLead(step);
      sent = CompletableFuture.supplyAsync(() -> send(file));
      await().atMost(SOON).until(() -> Tables.count(WAITING) == 1);
      step.commit();
    }

    sent.get(30, TimeUnit.SECONDS)
        .then()
        .statusCode(207)
        .body("results[0].errors[0].code", equalTo("NOT_ALLOWED"));
    assertEquals(
        0, Tables.count("goal where employee_id = '%s'".formatted(LiveAppeal.idOf(person))));
  }

  @Test
  void noCheckInIsMissedWhileAnImportIsJustPartingItsTwo() throws Exception {
    LiveCheckIn checkIn = LiveCheckIn.planned(company.lead, person);
    String looked =
        "due_work where kind = 'check-in-deadline' and subject = '" + checkIn.id() + "'";
    try (Connection step = Tables.transaction()) {
      run(step, "select pg_advisory_xact_lock(" + WHAT + ")");
      takeFromLead(step);
      Tables.execute(
          """
          update check_in set planned_for = current_date - 20, record_by = current_date - 15
          where id = '%1$s';
          update due_work set due_at = now(), try_at = now()
          where kind = 'check-in-deadline' and subject = '%1$s'
          """
              .formatted(checkIn.id()));
      await().atMost(SOON).until(() -> Tables.count(WAITING) == 1);
      step.commit();
    }

    await().atMost(SOON).until(() -> Tables.count(looked) == 0);
    checkIn.read(person).then().body("state", equalTo("PLANNED"));
  }

  private String reportsToStranger() {
    return person.externalId()
        + ",,,,"
        + company.stranger.externalId()
        + ",LINE"
        + ",".repeat(10)
        + Company.today()
        + ",CHANGE";
  }

  private void takeFromLead(Connection step) throws SQLException {
    run(
        step,
        "update assignment set line_manager_id = '%s' where employee_id = '%s'"
            .formatted(LiveAppeal.idOf(company.stranger), LiveAppeal.idOf(person)));
  }

  private Response send(String file) {
    return Hris.as(company.lead.token())
        .contentType("text/csv")
        .body(file.getBytes(UTF_8))
        .post("/v1/goal-assignments");
  }

  private Response agree(LiveGoal goal, String etag) {
    return company.lead.ask().header("If-Match", etag).post(goal.path() + "/agreement");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
