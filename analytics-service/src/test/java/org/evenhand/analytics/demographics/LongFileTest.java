package org.evenhand.analytics.demographics;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A file of more rows than are answered at once. How long one takes at 10,000 and at 100,000 rows:
 * {@code ./mvnw test -pl analytics-service -am -Dtest=LongFileTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Devenhand.test.rows=100000}.
 */
@QuarkusTest
class LongFileTest {

  private static final int ROWS = Integer.getInteger("evenhand.test.rows", 1_500);

  @BeforeEach
  void a_company() throws SQLException {
    run(
        "insert into person (employee_id, external_id, country, status, hr_units)"
            + " select gen_random_uuid(), 'LONG' || n, 'GB', 'ACTIVE', '[]'"
            + " from generate_series(0, %d) n".formatted(ROWS - 1));
    Api.define(
            "longFile",
            Map.of(
                "label",
                "Long file",
                "values",
                List.of("A", "B"),
                "countries",
                List.of(Map.of("country", "GB", "legalBasis", "a test"))))
        .then()
        .statusCode(201);
  }

  @AfterEach
  void nothing_is_left() throws SQLException {
    run(
        "delete from demographics.declaration where dimension = 'longFile'",
        "delete from demographics.dimension where key = 'longFile'",
        "delete from person where external_id like 'LONG%'");
  }

  @Test
  void the_declarations_of_a_company_are_taken_in_as_a_job() {
    String file =
        IntStream.range(0, ROWS)
            .mapToObj(row -> "LONG%d,longFile,%s\n".formatted(row, row % 3 == 0 ? "A" : "B"))
            .collect(Collectors.joining("", "externalId,dimension,value\n", ""));
    long start = System.nanoTime();
    Response accepted =
        Api.as(Api.HRIS)
            .contentType("text/csv; charset=UTF-8")
            .body(file.getBytes(StandardCharsets.UTF_8))
            .post("/v1/demographics");
    accepted.then().statusCode(202);
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                Api.as(Api.HRIS)
                    .get(accepted.header("Location"))
                    .<String>path("state")
                    .matches("DONE|FAILED"));
    System.out.printf(
        "/v1/demographics: %d rows in %s%n", ROWS, Duration.ofNanos(System.nanoTime() - start));
    Api.as(Api.HRIS)
        .get(accepted.header("Location"))
        .then()
        .body("state", equalTo("DONE"))
        .body("created", equalTo(ROWS));
  }

  private static void run(String... statements) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
