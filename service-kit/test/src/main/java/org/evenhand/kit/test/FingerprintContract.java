package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The fingerprint of the results that are proposed to be shared: who proposes them and who judges
 * them work it out apart, and have to come to the same. Each extends it with its own SQL.
 */
public abstract class FingerprintContract {

  private static final String VECTOR = "contract/results-fingerprint.json";

  /**
   * The query for the fingerprint.
   *
   * @param results a table of the id of a review, its revision and its state, in no order
   */
  protected abstract String fingerprintOf(String results);

  @Test
  void theFingerprintIsThatOfTheVector() throws IOException, SQLException {
    JsonNode vector;
    try (var file = FingerprintContract.class.getResourceAsStream(VECTOR)) {
      vector = new ObjectMapper().readTree(Objects.requireNonNull(file));
    }

    assertEquals(vector.path("fingerprint").asText(), answer(fingerprintOf(table(vector))));
  }

  private static String table(JsonNode vector) {
    return StreamSupport.stream(vector.path("results").spliterator(), false)
        .map(
            each ->
                "(cast('%s' as uuid), cast(%d as bigint), '%s')"
                    .formatted(
                        each.path("review").asText(),
                        each.path("revision").asLong(),
                        each.path("state").asText()))
        .collect(Collectors.joining(", ", "(values ", ")"));
  }

  private static String answer(String sql) throws SQLException {
    try (var server = PostgresServer.started();
        var connection =
            DriverManager.getConnection(
                server.jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
