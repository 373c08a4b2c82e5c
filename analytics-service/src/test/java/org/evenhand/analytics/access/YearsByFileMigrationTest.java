package org.evenhand.analytics.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.evenhand.kit.test.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A database in which audits were published before anybody was told of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YearsByFileMigrationTest {

  @Test
  void of_each_year_that_is_published_already_it_is_told_once_the_service_runs()
      throws SQLException {
    try (PostgresServer server = PostgresServer.started();
        Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
        Statement statement = connection.createStatement()) {
      migrate(server, "20261130050000");
      statement.execute(
          "insert into figure_year (id, room, year, publish_on, published_at) values"
              + " (gen_random_uuid(), 'ACCESS', 2025, '2026-02-01', '2026-02-01 12:00Z'),"
              + " (gen_random_uuid(), 'ACCESS', 2026, '2027-02-01', null),"
              + " (gen_random_uuid(), 'GROWTH', 2025, '2026-02-01', '2026-02-01 12:00Z')");

      migrate(server, "20261130050100");

      try (ResultSet due =
          statement.executeQuery(
              "select string_agg(room || ' ' || year, ', ') from due_work join figure_year"
                  + " on id = subject where kind = 'access-year-published-before'")) {
        due.next();
        assertEquals("ACCESS 2025", due.getString(1));
      }
    }
  }

  private static void migrate(PostgresServer server, String to) {
    Flyway.configure()
        .dataSource(server.jdbcUrl(), PostgresServer.USER, PostgresServer.USER)
        .locations("db/kit", "db/migration")
        .outOfOrder(true)
        .target(to)
        .load()
        .migrate();
  }
}
