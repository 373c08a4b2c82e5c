package org.evenhand.bench.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/**
 * The rows that a file has left in the database, its events included, written once more by one
 * statement of {@code INSERT … SELECT}. The copies' ids are UUIDv8, so that nothing meets.
 */
final class SameRows {
  private static final int EVENTS_OF_A_RATING = 3;

  private final Database database;

  SameRows(Database database) {
    this.database = database;
  }

  double employees(String company, int rows) throws SQLException {
    return millis("employees.sql", company, rows);
  }

  double ratings(String company, int rows) throws SQLException {
    return millis("ratings.sql", company, EVENTS_OF_A_RATING * rows);
  }

  /** Its last part writes the events, which the server counts. */
  private double millis(String statement, String company, int events) throws SQLException {
    try (Connection connection = Sql.connect(database);
        PreparedStatement insert = connection.prepareStatement(resource(statement))) {
      insert.setString(1, company);
      long began = System.nanoTime();
      insert.execute();
      double millis = (System.nanoTime() - began) / 1e6;
      if (insert.getUpdateCount() != events) {
        throw new Trouble("%s wrote %d events".formatted(statement, insert.getUpdateCount()));
      }
      return millis;
    }
  }

  private static String resource(String name) {
    try (InputStream content =
        Objects.requireNonNull(SameRows.class.getResourceAsStream(name), name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
