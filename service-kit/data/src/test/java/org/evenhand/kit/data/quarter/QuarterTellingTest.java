package org.evenhand.kit.data.quarter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A figure of each quarter is told once, and the next one is expected then. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class QuarterTellingTest {

  private static final String FIGURE = "duties REPORT";
  private static final Instant MAY = Instant.parse("2031-05-01T12:00:03Z");

  @Inject QuarterTelling telling;
  @Inject QuarterRows rows;
  @Inject TestClock clock;
  @Inject Database database;

  @BeforeEach
  void nothingWasTold() {
    database.execute("delete from due_work where kind = 'quarter-figures'");
    database.execute("delete from told_quarter");
    clock.set(MAY);
  }

  @AfterEach
  void realTime() {
    clock.reset();
    database.execute("delete from due_work where kind = 'quarter-figures'");
  }

  @Test
  void theNextQuarterIsExpectedOnceOneIsToldAndThisOneIsToldNoMore() {
    UUID id = waiting(FIGURE);

    run(id);

    assertEquals(
        List.of(List.of("2031-01-01", Timestamp.from(MAY))),
        database.rows("select first_day::text, told_at from told_quarter where id = ?", id));
    assertEquals(
        List.of(List.of("2031-04-01", Timestamp.from(Instant.parse("2031-08-01T12:00:00Z")))),
        database.rows(
            """
            select q.first_day::text, d.due_at from told_quarter q join due_work d on d.subject = q.id
            where q.told_at is null
            """));
    clock.set(MAY.plusSeconds(60));
    run(id);
    assertEquals(2, database.number("select count(*) from told_quarter"));
    assertEquals(
        Timestamp.from(MAY),
        database.rows("select told_at from told_quarter where id = ?", id).get(0).get(0));
  }

  @Test
  void aFigureThatNobodyNamesIsToldNeverAndLeavesNothing() {
    for (String unnamed : List.of("duties SECRET", "duties", "check-ins")) {
      run(waiting(unnamed));
    }

    assertEquals(0, database.number("select count(*) from told_quarter"));
    assertEquals(
        0, database.number("select count(*) from due_work where kind = 'quarter-figures'"));
  }

  @Test
  void aFigureThatIsNewBeginsWithTheQuarterThatIsToldNextAndBeginsOnce() {
    for (int twice = 0; twice < 2; twice++) {
      List<String> missing =
          database.inTransaction(session -> rows.notBegun(session, List.of(FIGURE)));
      assertEquals(twice == 0 ? List.of(FIGURE) : List.of(), missing);
      for (String figure : missing) {
        database.inTransaction(session -> rows.expect(session, figure, Quarter.of("2031-Q1")));
      }
    }
  }

  private UUID waiting(String figure) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into told_quarter (id, figure, first_day) values (?, ?, '2031-01-01')", id, figure);
    return id;
  }

  private void run(UUID id) {
    database.inTransaction(session -> telling.run(session, id));
  }
}
