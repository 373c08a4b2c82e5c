package org.evenhand.review.growth.upward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What reviews held from below and of peers before, in a database of that time. */
class UpwardMigrationTest {

  private static final String BEFORE = "20261129230300";
  private static final String ROUNDS = "20261130010000";
  private static final String PEERS = "20261130010100";

  @Test
  void whatWasShownStandsInAClosedRoundAndWhatWaitedIsGone() throws SQLException {
    try (PostgresServer server = PostgresServer.started();
        Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(), PostgresServer.USER, PostgresServer.USER)) {
      migrate(server, BEFORE);
      UUID review = reviewShownFrom(connection);

      migrate(server, ROUNDS);

      assertEquals(
          List.of("CLOSED 4 t " + review + " [\"How are you led?\"] 2026-11-20"),
          rows(
              connection,
              "select concat_ws(' ', state, asked, shown, review_id, questions, closes_on)"
                  + " from upward_round"));
      assertEquals(
          List.of("1 asks", "1 late", "1 praises"),
          rows(connection, "select question || ' ' || text from upward_answer order by text"));
      assertEquals(List.of(), rows(connection, "select id from upward_writer"));
      assertEquals(
          List.of("PEER"),
          rows(
              connection,
              "select jsonb_array_elements(contributors -> 'asked') ->> 'type' from review"));
      assertEquals(
          List.of("criterion-rated t", "overall-noted f"),
          rows(
              connection,
              "select concat_ws(' ', action, sequence in (select sequence from upward_trace))"
                  + " from audit where content is not null and salt is not null order by action"));
      assertEquals(
          List.of("1", "2", "3"),
          rows(connection, "select sequence from upward_trace order by sequence"));
      assertEquals(
          List.of(),
          rows(
              connection,
              "select 1 from information_schema.tables where table_name like 'upward_view'"
                  + " or table_name like 'upward_text'"));

      migrate(server, PEERS);

      assertEquals(
          List.of("ASKED t f"),
          rows(connection, "select concat_ws(' ', state, asked, by_reviewee) from peer_request"));
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

  /** Three texts were shown, of whom one answered more; a fourth waits with its author. */
  private static UUID reviewShownFrom(Connection connection) throws SQLException {
    UUID manager = UUID.randomUUID();
    UUID policy = UUID.randomUUID();
    UUID cycle = UUID.randomUUID();
    UUID assignment = UUID.randomUUID();
    UUID review = UUID.randomUUID();
    execute(connection, "set session_replication_role = replica");
    insert(
        connection,
        "policy_version",
        Map.of(
            "policy_id",
            policy,
            "state",
            "EFFECTIVE",
            "content",
            "{\"form\": [{\"key\": \"below\", \"contributor\": \"UPWARD\","
                + " \"question\": \"How are you led?\"}]}"));
    insert(connection, "employee", Map.of("id", manager, "status", "ACTIVE"));
    insert(connection, "cycle", Map.of("id", cycle, "policy_id", policy, "state", "OPEN"));
    insert(connection, "assignment", Map.of("id", assignment));
    insert(
        connection,
        "review",
        Map.of(
            "id",
            review,
            "cycle_id",
            cycle,
            "employee_id",
            manager,
            "assignment_id",
            assignment,
            "phase",
            "IN_PROGRESS",
            "contributors",
            """
            {"asked": [{"type": "UPWARD"}, {"type": "UPWARD"},
              {"type": "PEER", "employeeId": "%s"}, {"type": "UPWARD"}, {"type": "UPWARD"}]}
            """
                .formatted(manager)));
    for (String text : List.of("asks", "late", "praises")) {
      String more = text.equals("late") ? ", {\"question\": \"more\", \"text\": \"alone\"}" : "";
      insert(
          connection,
          "upward_text",
          Map.of(
              "review_id",
              review,
              "closed_on",
              "2026-11-20",
              "answers",
              "[{\"question\": \"below\", \"text\": \"%s\"}%s]".formatted(text, more)));
    }
    insert(connection, "upward_view", Map.of("review_id", review, "answers", "[]"));
    insert(connection, "audit", Map.of("aggregate_type", "upward-view", "content", "[]"));
    did(connection, review, 1, "writer", "contribution-written", "{\"type\":\"UPWARD\"}");
    did(connection, review, 2, "writer", "review.started", "{\"contributors\":[\"writer\"]}");
    did(connection, review, 3, "writer", "criterion-rated", "{}");
    did(connection, review, 4, "reviewer", "contributor-asked", "{\"type\":\"UPWARD\"}");
    did(connection, review, 5, "reviewer", "overall-noted", "{}");
    execute(connection, "set session_replication_role = origin");
    return review;
  }

  private static void did(
      Connection connection, UUID review, int sequence, String who, String what, String content)
      throws SQLException {
    insert(
        connection,
        "audit",
        Map.of(
            "aggregate_type",
            "review",
            "aggregate_id",
            review,
            "sequence",
            sequence,
            "actor",
            who,
            "action",
            what,
            "content",
            content,
            "salt",
            "x"));
  }

  /** A row with these values; what else a row needs is anything. */
  private static void insert(Connection connection, String table, Map<String, Object> values)
      throws SQLException {
    Map<String, String> all = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "select column_name, data_type from information_schema.columns where table_name ="
                    + " '%s' and is_nullable = 'NO' and is_generated = 'NEVER'".formatted(table))) {
      while (columns.next()) {
        all.put(columns.getString(1), anything(columns.getString(2)));
      }
    }
    values.forEach((column, value) -> all.put(column, "'" + value + "'"));
    List<String> columns = new ArrayList<>(all.keySet());
    execute(
        connection,
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", columns.stream().map(all::get).toList())));
  }

  private static String anything(String type) {
    return switch (type) {
      case "uuid" -> "gen_random_uuid()";
      case "boolean" -> "false";
      case "date" -> "date '2026-01-01'";
      case "timestamp with time zone" -> "timestamptz '2026-01-01T00:00:00Z'";
      case "jsonb" -> "'{}'";
      case "integer", "bigint", "smallint" -> "1";
      case "xid8" -> "'1'";
      case "bytea" -> "'\\x00'";
      default -> "'x'";
    };
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
