package org.evenhand.kit.data;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends a request's transaction, in which one thing was made and one lock was taken. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class DeadlockTest {

  private static final long ONE = 1001;
  private static final long OTHER = 1002;
  private static final long PAUSE = 1003;

  private static final String WAITING =
      "select pid from pg_locks where locktype = 'advisory' and not granted and objid = " + PAUSE;

  @Inject Database database;
  @Inject DataSource pool;

  private final String key = UUID.randomUUID().toString();
  private Connection pause;

  @BeforeEach
  void hold() throws SQLException {
    pause = pool.getConnection();
    run("select pg_advisory_lock(%d)");
  }

  @AfterEach
  void release() throws SQLException {
    run("select pg_advisory_unlock_all()");
    pause.close();
  }

  @Test
  void ofTwoRequestsThatWaitForEachOtherOneIsToldToComeAgainAndThenSucceeds() throws Exception {
    var one = inBackground("one", ONE, OTHER);
    var other = inBackground("other", OTHER, ONE);
    awaitPausing(2);
    run("select pg_advisory_unlock(%d)");

    List<Response> answers = List.of(one.join(), other.join());
    assertEquals(List.of(201, 503), answers.stream().map(Response::statusCode).sorted().toList());
    boolean lost = answers.get(0).statusCode() == 503;
    answers
        .get(lost ? 0 : 1)
        .then()
        .header("Retry-After", "1")
        .body("type", endsWith("/problems/busy"));
    assertEquals(1, things());

    (lost ? create("one", ONE, OTHER) : create("other", OTHER, ONE)).then().statusCode(201);
    assertEquals(2, things());
  }

  @Test
  void aConnectionThatIsLostInTheMiddleIsADependencyThatIsAway() throws Exception {
    var one = inBackground("one", ONE, OTHER);
    awaitPausing(1);
    database.rows("select pg_terminate_backend(pid) from (" + WAITING + ") as w");

    one.join()
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("type", endsWith("/problems/dependency-unavailable"));
    assertEquals(0, things());
  }

  private CompletableFuture<Response> inBackground(String name, long first, long second) {
    return CompletableFuture.supplyAsync(() -> create(name, first, second));
  }

  private Response create(String name, long first, long second) {
    return given()
        .header("Authorization", Tokens.forEmployee("E1", "employee").bearer())
        .header("Idempotency-Key", key + name)
        .contentType(ContentType.JSON)
        .body(
            "{\"name\":\"%s\",\"first\":%d,\"pause\":%d,\"second\":%d}"
                .formatted(key, first, PAUSE, second))
        .post("/v1/locking-things");
  }

  private void awaitPausing(int requests) {
    await().atMost(Duration.ofSeconds(30)).until(() -> database.rows(WAITING).size() == requests);
  }

  private long things() {
    return database.number("select count(*) from thing where name = ?", key);
  }

  private void run(String sql) throws SQLException {
    try (var statement = pause.createStatement()) {
      statement.execute(sql.formatted(PAUSE));
    }
  }
}
